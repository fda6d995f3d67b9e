package import Diagnostics
import Files
import PortfolioModel
import Records
package import Store

/// Puts files into their canonical form, or tells which are not.
package struct FormatFiles: Sendable {
  package struct Outcome: Sendable {
    /// Files whose text differs from the canonical one, by path from the repository's root.
    package let changed: [String]
    /// Files that someone changed while this ran; they were left as they are.
    package let kept: [String]
    /// Why files were left as they are.
    package let diagnostics: [Diagnostic]
    package let count: Int
  }

  /// Files or folders below the root; empty means all.
  package let paths: [String]
  package let checksOnly: Bool
  package let surroundings: Surroundings

  package init(_ paths: [String], checksOnly: Bool, _ surroundings: Surroundings) {
    self.paths = paths
    self.checksOnly = checksOnly
    self.surroundings = surroundings
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> Outcome {
    guard !checksOnly else { return try outcome(in: workspace) }
    return try workspace.locked("format", surroundings) { () throws(Refusal) -> Outcome in
      try outcome(in: workspace)
    }
  }

  private func outcome(in workspace: borrowing Workspace) throws(Refusal) -> Outcome {
    let snapshot = try workspace.snapshot(.worktree)
    let known = snapshot.files.paths
    let absent = paths.filter { path in
      !known.contains { $0 == path || $0.hasPrefix(path + "/") }
    }.map { path in
      Refusal(
        .noInput, "there is no record at '\(path)'",
        help: ["name files or folders under \(Layout.eitherFolder)"])
    }
    if let refusal = Refusal(all: absent) { throw refusal }
    let chosen = known.filter { path in
      snapshot.records[path] != nil
        && (paths.isEmpty || paths.contains { path == $0 || path.hasPrefix($0 + "/") })
    }
    var writing = Writing(over: snapshot)
    var diagnostics: [Diagnostic] = []
    for path in chosen {
      guard let record = snapshot.records[path], !record.isCanonical else { continue }
      guard let text = record.canonicalText else {
        diagnostics += record.stoppers
        continue
      }
      writing.write(text, to: path)
    }
    let kept = checksOnly ? [] : try workspace.carryOutUnlessChanged(writing)
    return Outcome(
      changed: writing.paths.filter { !kept.contains($0) }.map { snapshot.files.prefix + $0 },
      kept: kept.map { snapshot.files.prefix + $0 },
      diagnostics: diagnostics.inOrder(), count: chosen.count)
  }
}
