import Diagnostics
import Git
import PortfolioModel
import Records

extension ProposalsGraph {
  /// What a commit that comes next is judged by.
  struct Ground: Sendable {
    /// The tree of `Portfolio/`, which holds the rules; nil where there is none.
    let portfolio: ObjectID?
    /// The commit's day.
    let day: CalendarDate?
  }

  /// What a commit is judged by, which its first parent holds; nil where it has no parent.
  func ground(
    under commit: Commit, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> Ground? {
    guard let parent = commit.parents.first else { return nil }
    if let known = grounds[parent] { return known }
    let read = try source.commit(parent)
    return try Ground(CommitOutline(read), source)
  }
}

extension ProposalsGraph.Ground {
  init(
    _ commit: CommitOutline, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) {
    portfolio = try source.folder(
      at: source.prefix + Layout.portfolioFolder, inTree: commit.tree)
    day = commit.day
  }
}
