import Diagnostics

extension Portfolio {
  /// Every finding on the portfolio as it stands on a day: the one rule set behind every verb.
  ///
  /// `unread` names standards whose records could not be read; naming one is no further finding.
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
