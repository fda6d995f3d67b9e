import Diagnostics

extension Portfolio {
  /// Every finding on the portfolio on a day. Every verb uses this one set of rules.
  ///
  /// `unread`: the standards whose records could not be read; a record may name them without a
  /// further finding.
  package func findings(on today: CalendarDate, unread: Set<Identifier> = []) -> [Finding] {
    let judge = Judge(self)
    let holds = Holds(self, on: today)
    return RecordCheck(self, unread: unread).findings()
      + judge.findings().map(holds.told)
      + LedgerCheck(judge, today: today).findings()
      + CoherenceCheck(judge).findings()
      + UseCaseCheck(self, unread: unread).findings()
      + ProseCheck(self).findings()
      + ReviewRulesCheck(self, today: today).findings()
  }
}
