package import Diagnostics
import Git
import PortfolioModel
import Records
package import Store

/// Adds a correction to what the changelog says of an accepted proposal.
package struct CorrectChangelog: Sendable {
  package struct Outcome: Sendable {
    /// 40 hexadecimal digits; in a rehearsal, the commit on which it would be made.
    package let commit: String
    /// The line that the changelog has now.
    package let line: String
    package let kept: [String]
  }

  package let number: Int
  package let text: String
  package let surroundings: Surroundings

  package init(_ number: Int, text: String, _ surroundings: Surroundings) {
    (self.number, self.text, self.surroundings) = (number, text, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> Outcome {
    guard !text.isBlank else { throw Refusal.empty("the correction", .text) }
    return try workspace.locked("changelog", surroundings) { () throws(Refusal) -> Outcome in
      guard workspace.isInRepository else {
        throw Refusal(
          .refused, "a correction needs a history that proves it, and there is no git repository",
          help: ["\(gitLine: .initialize)"])
      }
      try workspace.refuseUncommittable(surroundings)
      try workspace.refuseDayAhead(ofCommit: surroundings)
      try workspace.refuseUnshared(surroundings, for: "a correction is made")
      let label = Proposal.label(number)
      let published = try workspace.publish("changelog correct", surroundings) {
        (tip, _) throws(Refusal) in
        let snapshot = try workspace.snapshot(of: tip)
        let files = try self.files(snapshot, in: workspace)
        if let refusal = snapshot.refusal(of: files) { throw refusal }
        let publication = Publication(
          "correction of \(label)",
          [
            Publication.Commit(
              "the correction of \(label)",
              message: "Correct the changelog of \(label)\n\nRSP-Correction: \(number)\n",
              files: files.map { (workspace.prefix + $0.path, $0.text.map { Array($0.utf8) }) })
          ])
        try workspace.refuseTouched(publication.paths, tip: tip)
        return publication
      }
      guard let commit = published.ids.last else {
        preconditionFailure("one commit was published")
      }
      return Outcome(commit: commit.hex, line: "correction: \(text)", kept: published.kept)
    }
  }

  /// The proposal's state with the correction, and the changelog that follows.
  private func files(
    _ snapshot: Snapshot, in workspace: borrowing Workspace
  ) throws(Refusal) -> [(path: String, text: String?)] {
    let entry = try snapshot.existing(number)
    let state = try entry.knownState()
    guard state.status == .accepted else {
      throw Refusal(
        .refused,
        "proposal \(entry.label) is \(state.status.rawValue), so the changelog holds none",
        help: ["only accepted proposals are corrected"])
    }
    try refuseOthers(try snapshot.readable(), in: workspace)
    guard !state.errata.contains(where: { $0.hasSameBytes(as: text) }) else {
      throw Refusal(.done, "the changelog of \(entry.label) says that already")
    }
    let file = Layout.stateFile(entry.folder)
    let corrected = ProposalFiles.state(try state.corrected(by: text))
    let changelog = ChangelogFile(
      snapshot.replacing([(path: file, text: Optional(corrected))])
    ).text
    return [(file, corrected), (Layout.changelogFile, changelog)]
  }

  /// Chair, secretary and editors correct, where there is a committee.
  private func refuseOthers(
    _ portfolio: Portfolio, in workspace: borrowing Workspace
  ) throws(Refusal) {
    guard let committee = portfolio.committee else { return }
    let person = try workspace.identity(.author, surroundings).person
    let members = committee.members(as: MemberRole.correctors, on: surroundings.today)
    guard !members.include(address: person.key) else { return }
    throw Refusal(
      .refused, "\(person) is no officer of the committee, who alone correct the changelog",
      help: ["these do: \(members.map(\.id.text).conjunction)"])
  }
}
