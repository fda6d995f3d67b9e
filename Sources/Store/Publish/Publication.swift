package import Git
import PortfolioModel

/// Commits to be published together; each is the parent of the next.
package struct Publication: Sendable {
  package struct Commit: Sendable {
    /// What messages call the commit, such as where a hook refuses it.
    package let name: String
    package let message: String
    /// The files to write, by path in the repository, as git stores them; nil removes a file.
    package let files: [(path: String, bytes: [UInt8]?)]

    package init(_ name: String, message: String, files: [(path: String, bytes: [UInt8]?)]) {
      (self.name, self.message, self.files) = (name, message, files)
    }
  }

  /// The text for the branch's reflog.
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
  /// The ids of the commits, in order; a commit that would have changed nothing has its parent's
  /// id.
  package let ids: [ObjectID]
  /// The paths of files that someone changed meanwhile; they were left as they are.
  package let kept: [String]
}
