package import Diagnostics
package import Git

extension Workspace {
  /// Refuses to prove a history that is cut off, or one in which git replaces objects by others: a
  /// proof of either would not hold for the stored history.
  package func refuseIncompleteHistory() throws(Refusal) {
    let (isShallow, replacements) = try withRepository { ($0.isShallow, try $0.replacements()) }
    guard !isShallow else {
      throw Refusal(
        .tryAgain, "the clone is shallow: its history is cut off and can't be proved",
        help: ["fetch the rest: \(git: .fetchHistory)"])
    }
    if let first = replacements.first { throw Workspace.showsOthers(first) }
  }

  /// Refuses to go on where git shows other parents for a commit than the commit itself stores.
  package func refuseFalseParents(of commits: [ObjectID]) throws(Refusal) {
    let lie = try withRepository { try $0.falseCommitGraphs(of: commits).first }
    if let lie { throw Workspace.showsOthers(lie) }
  }

  /// - Parameter place: A reference's full name, or a file.
  private static func showsOthers(_ place: String) -> Refusal {
    Refusal(
      .refused,
      "git shows other objects here than the stored ones, which rspmaint judges: \(place)",
      help: [
        "look at it, then take it away: "
          + (place.hasPrefix("refs/")
            ? "\(gitLine: .deleteReference(place))" : "rm \(Typed.quoted(place))")
      ])
  }
}
