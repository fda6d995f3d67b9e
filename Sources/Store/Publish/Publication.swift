package import Git
import PortfolioModel

/// Commits to be published together, each on the one before.
package struct Publication: Sendable {
  package struct Commit: Sendable {
    /// The commit in a sentence, for what a hook refuses.
    package let name: String
    package let message: String
    /// By path in the repository, as git stores the bytes; nil removes.
    package let files: [(path: String, bytes: [UInt8]?)]

    package init(_ name: String, message: String, files: [(path: String, bytes: [UInt8]?)]) {
      (self.name, self.message, self.files) = (name, message, files)
    }
  }

  /// What the branch's log says.
  package let summary: String
  package let commits: [Commit]

  package init(_ summary: String, _ commits: [Commit]) {
    (self.summary, self.commits) = (summary, commits)
  }

  /// The paths of all commits, each once.
  package var paths: [String] {
    Set(commits.flatMap { $0.files.map(\.path) }).sorted { $0.precedesBytewise($1) }
  }
}

/// What has been published.
package struct Published: Sendable {
  package let branch: String
  /// One a commit; the parent's where a commit would have changed nothing.
  package let ids: [ObjectID]
  /// Paths whose files someone changed meanwhile; they were kept as they are.
  package let kept: [String]
}
