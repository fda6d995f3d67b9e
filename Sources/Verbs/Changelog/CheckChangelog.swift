package import Diagnostics
package import Records

/// Compares the changelog with the one that the accepted proposals give.
package struct CheckChangelog: Sendable {
  /// What is wrong, or nil where the file is up to date.
  package let finding: Diagnostic?

  package init(_ snapshot: Snapshot, _ changelog: ChangelogFile) {
    guard !changelog.isUpToDate else {
      finding = nil
      return
    }
    finding = Diagnostic(
      .changelogOutdated,
      at: SourceLocation(
        path: snapshot.files.prefix + Layout.changelogFile,
        line: changelog.current == nil ? 0 : changelog.firstDifference, column: 1),
      "the changelog differs from the one that the accepted proposals give",
      help: ["\(line: .writeChangelog)"])
  }
}
