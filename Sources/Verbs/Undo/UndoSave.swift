package import Diagnostics
import Git
import PortfolioModel
import Records
package import Store

/// Takes back one's own last save, if nobody shares it yet.
package struct UndoSave: Sendable {
  package struct Outcome: Sendable {
    /// The commit that was taken back, as 40 hexadecimal digits.
    package let id: String
    /// The first line of its message.
    package let title: String
    /// The paths of its files, from the repository's root; a new one is gone now.
    package let files: [(path: String, isGone: Bool)]
    /// Files that someone changed meanwhile; they were kept as they are.
    package let kept: [String]
  }

  package let surroundings: Surroundings

  package init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> Outcome {
    try workspace.locked("undo", surroundings) { () throws(Refusal) -> Outcome in
      try workspace.refuseUnfinished()
      let (branch, tip) = try workspace.branch()
      let commit = try workspace.commit(tip)
      let parent = try parent(of: commit)
      let changes = try workspace.changes(of: commit, since: parent)
      let paths = changes.map(\.path)
      try refuseForeign(commit, paths, workspace)
      try refuseShared(commit, paths, workspace)
      var kept: [String] = []
      if !surroundings.rehearses {
        kept = try workspace.takeBack(
          commit, of: branch, to: parent, paths, by: try workspace.committer(surroundings),
          message: commit.title, surroundings)
      }
      return Outcome(
        id: tip.hex, title: commit.title, files: changes.map { ($0.path, $0.old == nil) },
        kept: kept)
    }
  }

  private func parent(of commit: Commit) throws(Refusal) -> ObjectID {
    guard let parent = commit.parents.first else {
      throw UndoSave.refusal(of: commit, "is the first of this history", help: [])
    }
    guard commit.parents.count == 1 else {
      throw UndoSave.refusal(
        of: commit, "is a merge, which holds the work of others",
        help: ["only git takes it back: \(git: .revert)"])
    }
    return parent
  }

  /// Refuses where the commit is no save, or somebody else's.
  private func refuseForeign(
    _ commit: Commit, _ paths: [String], _ workspace: borrowing Workspace
  ) throws(Refusal) {
    if let number = AuditTrailers(commit.message).proposal {
      throw UndoSave.refusal(
        of: commit,
        "accepts proposal \(Proposal.label(number)), and no acceptance is taken back",
        help: ["a new proposal changes what it did: \(run: .verb(.propose))"])
    }
    let trailers = AuditTrailers(commit.message)
    guard trailers.editions.isEmpty, trailers.corrections.isEmpty else {
      throw UndoSave.refusal(
        of: commit,
        trailers.editions.isEmpty
          ? "corrects the changelog, and no correction is taken back"
          : "makes an edition or reviews it, and neither is taken back", help: [])
    }
    let opened = paths.contains { path in
      guard case .ballot(_, .replies) = Layout.role(of: path.rest(after: workspace.prefix)) else {
        return false
      }
      return true
    }
    guard !commit.message.hasPrefix("Close a round of survey ") else {
      throw UndoSave.refusal(
        of: commit, "closed a round, and what was opened is never sealed again", help: [])
    }
    guard !opened else {
      throw UndoSave.refusal(
        of: commit, "ended voting, and what was opened is never sealed again", help: [])
    }
    let start = workspace.prefix + Layout.proposalsStart
    guard SaveMessage.isOne(commit.message), paths.allSatisfy({ $0.utf8.starts(with: start.utf8) })
    else {
      throw UndoSave.refusal(
        of: commit, "was not saved by a verb, so it stays",
        help: ["only git takes it back: \(git: .revert)"])
    }
    let people = [commit.author, commit.committer].map(\.email.asciiLowercased)
    let own = [
      try workspace.identity(.author, surroundings).person.key,
      try workspace.identity(.committer, surroundings).person.key,
    ]
    guard zip(people, own).allSatisfy({ $0.hasSameBytes(as: $1) }) else {
      throw UndoSave.refusal(
        of: commit, "is by \(commit.author.name), who alone takes it back",
        help: ["if that is you, say so: \(line: .identity)"])
    }
  }

  /// Refuses where others have the commit, or where its files were edited since.
  private func refuseShared(
    _ commit: Commit, _ paths: [String], _ workspace: borrowing Workspace
  ) throws(Refusal) {
    let sharers = try workspace.sharers(of: commit.id)
    guard sharers.isEmpty else {
      throw UndoSave.refusal(
        of: commit, "is shared already, on \(sharers.conjunction)",
        help: ["change it anew, or take the whole proposal back: \(run: .withdraw(nil))"])
    }
    let edited = try workspace.edited(paths, since: commit.id)
    guard edited.isEmpty else {
      throw Refusal(
        .refused, "edited since the last commit, “\(commit.title)”: \(edited.listed)",
        help: ["save that first; it is then what can be taken back: \(run: .save(nil))"])
    }
  }

  private static func refusal(of commit: Commit, _ why: String, help: [Hint]) -> Refusal {
    Refusal(
      .refused, "the last commit \(why): “\(commit.title)” (\(commit.id.hex.prefix(10)))",
      help: help)
  }
}
