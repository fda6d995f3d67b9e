import Diagnostics
import Files
import Git
import PortfolioModel
import Records

extension Workspace {
  /// What brings the portfolio into a sparse worktree: its folders, or patterns for all in them.
  private func wholeCheckout() throws(Refusal) -> Hint {
    let folders = Layout.folders.map { prefix + $0 }
    let names = try withRepository { $0.isSparseByFolders } ? folders : folders.map { "/\($0)/**" }
    return "\(gitLine: .checkOut(names), in: elsewhereTop)"
  }

  /// Refuses where git leaves files of the portfolio out of the worktree, as they would be taken for
  /// deleted.
  func refuseSparse() throws(Refusal) {
    let absent = try withRepository { repository in
      try repository.sparseAbsences(
        under: Layout.folders.map { prefix + $0 })
    }
    guard let first = absent.first else { return }
    throw Refusal(
      .refused,
      "the checkout is sparse and leaves out \(absent.count) of the files, such as \(first)",
      help: [
        try wholeCheckout(),
        "or read what is committed, where a verb takes it: \(option: .revision, "HEAD")",
      ])
  }

  /// What helps where a worktree lacks the whole portfolio because the checkout is sparse.
  static func sparseHelp(_ isSparse: Bool, _ top: String?) -> [Hint] {
    guard let top, isSparse else { return [] }
    return [
      "the checkout is sparse; if it leaves the portfolio out: "
        + "\(gitLine: .checkOut([Layout.portfolioFolder, Layout.proposalsFolder]), in: top)"
    ]
  }

  /// Whether something stands at a path below the root.
  func isAtRoot(_ path: String) -> Bool { root.map { Path.exists($0 + "/" + path) } ?? false }
}
