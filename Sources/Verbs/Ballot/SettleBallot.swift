import Diagnostics
import Git
import History
import PortfolioModel
import Records
import Store

/// Writes the result of a ballot and accepts what was approved, all in one go.
struct SettleBallot {
  private let id: Identifier
  private let surroundings: Surroundings

  init(_ id: Identifier, _ surroundings: Surroundings) {
    (self.id, self.surroundings) = (id, surroundings)
  }

  /// - Parameter message: That of the commit with the result.
  /// - Parameter remarks: Sentences to be said besides.
  /// - Parameter originals: Files as they came that are kept with the result.
  func settle(
    _ result: BallotResult, _ message: String, and remarks: [Hint] = [],
    keeping originals: [(path: String, bytes: [UInt8])] = [], in workspace: borrowing Workspace
  ) throws(Refusal) -> CloseBallot.Outcome {
    let file = file(of: result)
    var plans: [CommitPlan] = []
    let published = try workspace.publish("ballot close", surroundings) {
      (tip, committer) throws(Refusal) in
      plans = try self.plans(result, tip: tip, on: committer.day, in: workspace)
      let prefix = workspace.prefix
      let head = Publication.Commit(
        "the result of ballot '\(id)'", message: message,
        files: [(prefix + file.path, file.text.map { Array($0.utf8) })]
          + originals.map { (prefix + $0.path, $0.bytes) })
      let publication = Publication(
        "ballot \(id)", [head] + plans.map { CommitProposals.commit($0, prefix) })
      try workspace.refuseTouched(publication.paths, tip: tip)
      return publication
    }
    let commits = zip(plans, published.ids.dropFirst()).map { plan, commit in
      CommitProposals.Outcome.Commit(
        number: plan.entry.number, title: Abridgement.byBlob.quoted(plan.proposal.title),
        id: commit.hex, paths: plan.files.map(\.path))
    }
    return CloseBallot.Outcome(
      result: result, accepted: commits, sentences: sentences(result) + remarks,
      branch: published.branch)
  }

  private func file(of result: BallotResult) -> (path: String, text: String?) {
    (Layout.path(of: .result, of: id), BallotFiles.result(result))
  }

  /// The acceptances of what was approved.
  ///
  /// - Throws: `Refusal` with all that is in their way.
  func plans(
    _ result: BallotResult, tip: ObjectID, on day: CalendarDate, in workspace: borrowing Workspace
  ) throws(Refusal) -> [CommitPlan] {
    let approved = result.lines.filter { $0.verdict == .approved }.map(\.number)
    guard !approved.isEmpty else { return [] }
    return try CommitProposals(approved, surroundings, for: .closing([file(of: result)])).plans(
      workspace, tip: tip, on: day
    ).plans
  }

  private func sentences(_ result: BallotResult) -> [Hint] {
    let lines = Dictionary(grouping: result.lines, by: \.verdict)
    return ["Ballot '\(id)' is closed."]
      + Tally.Verdict.allCases.compactMap { verdict in
        guard verdict != .approved, let lines = lines[verdict] else { return nil }
        let names = lines.map { Proposal.label($0.number) }.conjunction
        return "Proposal\(lines.count == 1 ? "" : "s") \(names): \(verdict.phrase)."
      }
  }
}
