import Diagnostics
import Files
import Git
import PortfolioModel
import Records

extension Workspace {
  /// The command that adds the portfolio to a sparse worktree: by folders or by patterns.
  private func wholeCheckout() throws(Refusal) -> Hint {
    let folders = Layout.folders.map { prefix + $0 }
    let names = try withRepository { $0.isSparseByFolders } ? folders : folders.map { "/\($0)/**" }
    return "\(gitLine: .checkOut(names), in: elsewhereTop)"
  }

  /// Refuses where git leaves files of the portfolio out of the worktree: they would look deleted.
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

  /// The help for a worktree without a portfolio, where the checkout is sparse.
  static func sparseHelp(_ isSparse: Bool, _ top: String?) -> [Hint] {
    guard let top, isSparse else { return [] }
    return [
      "the checkout is sparse; if it leaves the portfolio out: "
        + "\(gitLine: .checkOut([Layout.portfolioFolder, Layout.proposalsFolder]), in: top)"
    ]
  }

  /// Whether a file or folder exists at a path below the root.
  func isAtRoot(_ path: String) -> Bool { root.map { Path.exists($0 + "/" + path) } ?? false }
}
