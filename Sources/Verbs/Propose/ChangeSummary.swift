import Diagnostics
package import PortfolioModel

extension ProposalJudgement {
  /// What the proposal changes, a line for each field of each subject.
  package var changeLines: [String] {
    proposal.changes.flatMap { $0.lines { result.standards[$0]?.briefName ?? base.name(of: $0) } }
  }
}

extension Change {
  /// What the change says, a line for each field; `name` is the word for a standard.
  func lines(_ name: (Identifier) -> String) -> [String] {
    let id = subject.id
    let what = subject.kind == .standard ? name(id) : "\(subject.kind.rawValue) \(id)"
    switch action {
    case .set(let fields):
      let placed = place == nil ? [] : ["\(what) takes another place"]
      return fields.map { "\(what) \($0.field): \($0.phrase)" } + placed
    case .add(let content):
      guard subject.kind == .standard else { return ["\(what) added"] }
      return ["\(content.text("brief-name") ?? id.text) added, \(content.text("group") ?? "")"]
    case .remove: return ["\(what) removed"]
    case .delist: return ["\(what) delisted"]
    case .rename(let new): return ["\(what) renamed to \(new)"]
    case .confirm(let factors): return ["\(what): \(factors.map(\.phrase).conjunction) confirmed"]
    case .confirmOverride: return ["\(what) confirmed"]
    }
  }
}

extension FieldChange {
  /// "low → moderate", "with [A], without [B]", or "reworded" for prose.
  fileprivate var phrase: String {
    if let before = from?.list, let after = to?.list {
      let (gone, new) = (
        before.filter { !after.contains($0) }, after.filter { !before.contains($0) }
      )
      guard !gone.isEmpty || !new.isEmpty else { return "in another order" }
      return FieldChange(field, insert: new, drop: gone).phrase
    }
    if changesList {
      let with = insert.isEmpty ? [] : ["with \(FieldValue.list(insert).inline)"]
      let without = drop.isEmpty ? [] : ["without \(FieldValue.list(drop).inline)"]
      return (with + without).listed
    }
    let isText = from?.isLong == true || to?.isLong == true
    guard !isText || from == nil || to == nil else { return "reworded" }
    return "\(from?.short ?? "absent") → \(to?.short ?? "absent")"
  }
}

extension FieldValue {
  fileprivate var isLong: Bool { (text?.unicodeScalars.count ?? 0) > 60 || isProse }

  fileprivate var short: String { isLong ? inline : inlineBare }
}
