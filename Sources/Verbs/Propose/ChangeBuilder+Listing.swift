import Diagnostics
import PortfolioModel

extension ChangeBuilder {
  /// Takes standards off the portfolio for the one reason that the request gives.
  mutating func delistNamed(_ request: ProposeRequest) {
    for text in request.delists {
      guard let id = identifier(named: text), let standard = known(id) else { continue }
      guard let because = request.because else {
        refuse("delisting \(standard.briefName) needs a reason", "add \(option: .because)")
        continue
      }
      delist(.init(id.text, because: because, replacedBy: request.replacedBy), request)
    }
  }

  /// Takes a standard off the portfolio.
  mutating func delist(_ wanted: ProposeRequest.DelistRequest, _ request: ProposeRequest) {
    guard let id = identifier(named: wanted.standard), let standard = known(id) else { return }
    guard !changedHere.contains(id) else {
      refuse("\(standard.briefName) is changed and delisted", "do one of the two")
      return
    }
    let successors = wanted.replacedBy.compactMap { identifier(named: $0) }
    put(
      Change(
        SubjectID(.standard, id),
        .delist(
          Delisting(
            because: wanted.because, replacedBy: successors, group: standard.group,
            assessment: standard.fields.fields("assessment") ?? Fields())),
        exception: request.exception))
  }

  /// Says which standards an added one continues.
  mutating func addContinuations(_ request: ProposeRequest) {
    for text in request.continues {
      let halves = text.split(separator: ":", maxSplits: 1).map(String.init)
      guard halves.count == 2 else {
        refuse("'\(text)' does not say what continues what", "write \(option: .continues)")
        continue
      }
      guard let new = identifier(named: halves[0]), let old = identifier(named: halves[1]) else {
        continue
      }
      guard let added = list.changes.first(where: { $0.adds(new) }) else {
        refuse(
          "no change adds '\(new)', which is to continue '\(old)'",
          "add it: \(option: .add), or a new record's file and \(flag: .fromWorktree)")
        continue
      }
      let known = added.continues
      qualify(new, continues: known + (known.contains(old) ? [] : [old]))
    }
  }

  /// Takes an entry off the ledger.
  mutating func dropOverride(_ id: Identifier) {
    guard knownOverride(id) != nil else { return }
    put(Change(SubjectID(.override, id), .remove))
  }

  /// The ledger entry of an id.
  mutating func knownOverride(_ id: Identifier) -> Override? {
    if let override = basis.overrides[id] { return override }
    let names = basis.overridesInOrder.map(\.id.text)
    refuse("there is no override '\(id)'", "the ledger holds: \(names.listed)")
    return nil
  }
}

extension Change {
  /// Whether the change adds the standard.
  fileprivate func adds(_ id: Identifier) -> Bool {
    guard subject == SubjectID(.standard, id), case .add = action else { return false }
    return true
  }
}
