import PortfolioModel

extension ChangeBuilder {
  /// Takes a standard off the portfolio.
  mutating func delist(_ id: Identifier, _ request: ProposeRequest) {
    guard let standard = known(id) else { return }
    guard let because = request.because else {
      refuse("delisting \(standard.briefName) needs a reason", "add '--because REASON'")
      return
    }
    put(
      Change(
        SubjectID(.standard, id),
        .delist(
          Delisting(
            because: because, replacedBy: request.replacedBy, group: standard.group,
            assessment: standard.fields.fields("assessment") ?? Fields())),
        exception: request.exception))
  }

  /// Says which standards an added one continues.
  mutating func addContinuations(_ request: ProposeRequest) {
    for text in request.continues {
      let halves = text.split(separator: ":", maxSplits: 1).map { Identifier(String($0)) }
      guard halves.count == 2, let new = halves[0], let old = halves[1] else {
        refuse("'\(text)' does not say what continues what", "write '--continues NEW:OLD'")
        continue
      }
      let known = list.changes.first { $0.subject == SubjectID(.standard, new) }?.continues ?? []
      qualify(new, continues: known + (known.contains(old) ? [] : [old]))
    }
  }

  /// Takes an entry off the ledger.
  mutating func dropOverride(_ id: Identifier) {
    guard basis.overrides[id] != nil else {
      let names = basis.overridesInOrder.map(\.id.text)
      refuse("there is no override '\(id)'", "the ledger holds: \(names.listed)")
      return
    }
    put(Change(SubjectID(.override, id), .remove))
  }
}
