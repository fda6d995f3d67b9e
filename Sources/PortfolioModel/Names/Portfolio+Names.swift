package import Diagnostics

extension Portfolio {
  /// The one standard that a text names.
  ///
  /// - Throws: `Refusal` that lists the candidates where there are several, and the nearest names
  ///   where there is none.
  package func standard(
    named text: String, by extent: StandardNames.Extent
  ) throws(Refusal) -> Identifier {
    if let id = Identifier(text), standards[id] != nil || delisted[id] != nil { return id }
    let names = StandardNames(self)
    let found = names.matches(text, extent)
    guard let first = found.first else { throw absence(of: text) }
    guard found.count == 1 else {
      throw Refusal(
        .usage, "'\(text)' may be any of \(found.count) standards",
        details: listed(found), help: ["give the id of the one that you mean"])
    }
    return first
  }

  /// A hint for a subject that does not exist.
  func hint(for subject: SubjectID) -> Hint {
    guard subject.kind != .standard else { return hint(for: subject.id) }
    let names = subjects.filter { $0.kind == subject.kind }.map(\.id.text)
    return Nearest.hint(for: subject.id.text, in: names, "there are")
  }

  /// Why there is nothing to say of a standard, with those that may be meant.
  package func absence(of text: String) -> Refusal {
    let near = StandardNames(self).near(text)
    let message = "'\(text)' is not in the portfolio"
    if let id = Identifier(text), near.count < 2 || delisted[id] != nil {
      let meant = delisted[id] == nil ? near.first ?? id : id
      return Refusal(.noInput, message, help: [hint(for: meant)])
    }
    guard near.count > 1 else {
      let help: Hint? = near.first.map { "did you mean '\($0)' (\(name(of: $0)))?" }
      return Refusal(.noInput, message, help: [help ?? "\(run: .verb(.list)) shows the ids"])
    }
    return Refusal(
      .noInput, message, details: ["names that share a word with it:"] + listed(near),
      help: ["give the id of the one that you mean"])
  }

  /// Ids with brief names, a line each; of many the first.
  private func listed(_ ids: [Identifier]) -> [String] {
    let shown = ids.prefix(20).map { "\($0)  \(name(of: $0))" }
    return shown + (ids.count > shown.count ? ["and \(ids.count - shown.count) more"] : [])
  }
}
