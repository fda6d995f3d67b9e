import Diagnostics

extension Application {
  /// Why a standard can't go on under an id, or nil where it can.
  func obstacle(to renaming: Renaming, in portfolio: Portfolio) -> SchemaProblem? {
    let (old, new) = (renaming.old, renaming.new)
    if old == new {
      return SchemaProblem(
        .changeWithoutEffect, at: .root, "'\(old)' is renamed to the id that it has",
        help: ["choose another id"])
    }
    if portfolio.standards[new] != nil {
      return SchemaProblem(
        .subjectExists, at: .root, "standard '\(new)' exists already", help: ["choose another id"])
    }
    return portfolio.claim(on: new, besides: old).map { claim in
      SchemaProblem(
        .subjectExists, at: .root, "'\(new)' \(claim); ids are never reused",
        help: ["choose another id"])
    }
  }
}

extension Portfolio {
  /// Who had an id before, as a phrase that follows it; nil where nobody did.
  package func claim(on id: Identifier, besides owner: Identifier? = nil) -> String? {
    if delisted[id] != nil { return "was delisted" }
    guard let standard = standard(formerly: id), standard.id != owner else { return nil }
    return "was a name of \(standard.id)"
  }
}
