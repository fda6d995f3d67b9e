import Diagnostics
import Parallel

extension Portfolio {
  /// Every finding on the portfolio on a day. Every verb uses this one set of rules.
  ///
  /// `unread`: the standards whose records could not be read; a record may name them without a
  /// further finding.
  package func findings(on today: CalendarDate, unread: Set<Identifier> = []) -> [Finding] {
    Judge(self).findings(
      on: FindingSelection(self), Holds(self, on: today), today: today, unread: unread)
  }
}

extension Judge {
  /// The findings on a selection of the portfolio on a day, in the order of the rules.
  func findings(
    on selection: FindingSelection, _ holds: Holds, today: CalendarDate,
    unread: Set<Identifier> = []
  ) -> [Finding] {
    let checks: [@Sendable () -> [Finding]] = [
      { RecordCheck(portfolio, unread: unread).findings(on: selection) },
      { findings(on: selection).map(holds.told) },
      { LedgerCheck(self, today: today).findings(on: selection) },
      { CoherenceCheck(self).findings(on: selection) },
      { UseCaseCheck(portfolio, unread: unread).findings(on: selection) },
      { ProseCheck(portfolio).findings(on: selection) },
      {
        selection.checksRules
          ? ReviewRulesCheck(portfolio, today: today).findings()
            + BallotRulesCheck(portfolio).findings() + EditionsCheck(portfolio).findings() : []
      },
    ]
    return Parallel.results(of: checks, on: selection.standards.count).flatMap { $0 }
  }
}
