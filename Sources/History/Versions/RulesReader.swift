import Diagnostics
import Git
import PortfolioModel
import Records

/// Reads the description, criteria and committee of commits, without their standards. Each text is
/// read once.
struct RulesReader {
  /// The rules that were read, by the blobs of the three files.
  private var known: [[ObjectID?]: Portfolio?] = [:]
  /// The same by the folder that holds the files.
  private var byFolder: [ObjectID: Portfolio?] = [:]

  /// The rules of a commit's first parent, by which the commit is judged; nil where that has none.
  mutating func rules(
    for commit: Commit, in graph: ProposalsGraph, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> Portfolio? {
    guard let parent = commit.parents.first else { return nil }
    let folder = try graph.ground(under: commit, source)?.portfolio
    if let rules = folder.flatMap({ byFolder[$0] }) { return rules }
    let rules = try self.rules(inTree: try source.commit(parent).tree, source.prefix, source)
    if let folder { byFolder[folder] = .some(rules) }
    return rules
  }

  private mutating func rules(
    inTree tree: ObjectID, _ prefix: String, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> Portfolio? {
    let paths = [Layout.portfolioFile, Layout.criteriaFile, Layout.committeeFile]
    let ids = try paths.map { path throws(Refusal) in
      try source.file(at: prefix + path, inTree: tree)
    }
    if let rules = known[ids] { return rules }
    var files = PortfolioFiles(prefix: prefix)
    for (path, id) in zip(paths, ids) {
      if let id { files[path] = try source.text(id).map(FileContent.bytes) ?? .tooLarge }
    }
    let rules = Snapshot(reading: files).portfolio
    known[ids] = .some(rules)
    return rules
  }
}
