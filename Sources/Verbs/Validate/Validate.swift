package import Diagnostics
import History
import Parallel
package import PortfolioModel
package import Records

/// Every finding on a snapshot, in one run: files, portfolio, proposals and reviews.
package struct Validation: Sendable {
  package let snapshot: Snapshot
  /// In order of place.
  package let diagnostics: [Diagnostic]

  /// `evidence`: what a program and the history had to say of the reviews, where they were asked.
  ///
  /// `board`: the snapshot's proposals, where they are judged already.
  ///
  /// `findings`: those on the portfolio that are wanted, or nil for all.
  ///
  /// `findsNotes`: whether the places of notes are looked for, and not only their files.
  package init(
    _ snapshot: Snapshot, today: CalendarDate, evidence: ReviewEvidence? = nil,
    board: ProposalBoard? = nil, findings: [Finding]? = nil, findsNotes: Bool = true
  ) {
    self.snapshot = snapshot
    let locator = Locator(snapshot, findsNotes: findsNotes)
    var diagnostics = snapshot.fileDiagnostics
    let (found, board) = Parallel.both(on: snapshot.records.count) {
      findings ?? snapshot.portfolio?.findings(on: today, unread: snapshot.unread) ?? []
    } _: {
      board ?? ProposalBoard(snapshot, today: today)
    }
    diagnostics +=
      locator.diagnostics(found) + locator.diagnostics(snapshot.ballotFindings)
      + locator.diagnostics(snapshot.surveyFindings)
    if let board {
      let findings = board.findings()
      let known = Set(findings)
      diagnostics += locator.diagnostics(
        findings + (evidence?.findings(board) ?? []).filter { !known.contains($0) })
    }
    self.diagnostics = diagnostics.inOrder()
  }

  /// What each entry of the ledger decides, a line each.
  package var exceptions: [String] {
    guard let portfolio = snapshot.portfolio else { return [] }
    return portfolio.overridesInOrder.map { override in
      let effects = override.standards.map { id in
        "\(portfolio.name(of: id)): "
          + override.effects(on: id, portfolio.name).conjunction
      }
      return "\(override.id): \(effects.joined(separator: "; "))"
    }
  }

  package var standards: Int { snapshot.portfolio?.standards.count ?? 0 }
  package var proposals: Int { snapshot.proposals.count }
}
