package import Diagnostics
import Git

extension Workspace {
  /// Refuses where git is in the middle of a merge, a rebase or the like.
  package func refuseUnfinished() throws(Refusal) {
    guard let operation = try withRepository({ $0.unfinishedOperation }) else { return }
    throw Refusal(
      .refused, "\(operation) is under way in this repository",
      help: ["finish it, or give it up: \(git: .status) says how"])
  }
}
