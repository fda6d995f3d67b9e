package import Diagnostics
import PortfolioModel
import Records
package import Store

/// Writes the changelog that the accepted proposals of a snapshot give.
package struct WriteChangelog: Sendable {
  package let source: Workspace.SnapshotSource
  package let surroundings: Surroundings

  package init(from source: Workspace.SnapshotSource, _ surroundings: Surroundings) {
    self.source = source
    self.surroundings = surroundings
  }

  /// Returns the path of the file that it wrote.
  package func run(in workspace: borrowing Workspace) throws(Refusal) -> String {
    try workspace.locked("changelog", surroundings) { () throws(Refusal) in
      let snapshot = try workspace.snapshot(source)
      var writing = Writing(over: try workspace.snapshot(.worktree, after: snapshot))
      writing.write(ChangelogFile(snapshot).text, to: Layout.changelogFile)
      try workspace.carryOut(writing)
      return Layout.changelogFile
    }
  }
}
