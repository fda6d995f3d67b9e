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
    guard let ground = try graph.ground(under: commit, source) else { return nil }
    if let rules = ground.portfolio.flatMap({ byFolder[$0] }) { return rules }
    let rules = try self.rules(in: ground.portfolio, source.prefix, source)
    if let folder = ground.portfolio { byFolder[folder] = .some(rules) }
    return rules
  }

  private mutating func rules(
    in folder: ObjectID?, _ prefix: String, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) -> Portfolio? {
    let paths = [Layout.portfolioFile, Layout.criteriaFile, Layout.committeeFile]
    let ids = try paths.map { path throws(Refusal) in
      try folder.flatMap { folder throws(Refusal) in
        try source.file(at: path.rest(after: Layout.portfolioStart), inTree: folder)
      }
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
