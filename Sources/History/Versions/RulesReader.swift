import Git
import PortfolioModel
import Records
import Store

/// Reads description, criteria and committee of commits, without their standards, each text once.
struct RulesReader {
  private let prefix: String
  /// By the blobs of the three files.
  private var known: [[ObjectID?]: Portfolio?] = [:]

  init(prefix: String) { self.prefix = prefix }

  /// The rules by which a commit is judged, those of its first parent; nil where that has none.
  mutating func rules(
    for commit: Commit, _ repository: borrowing Repository
  ) throws -> Portfolio? {
    guard let parent = commit.parents.first else { return nil }
    let tree = try repository.commit(parent).tree
    let paths = [Layout.portfolioFile, Layout.criteriaFile, Layout.committeeFile]
    let ids = try paths.map { try repository.file(at: prefix + $0, inTree: tree)?.id }
    if let rules = known[ids] { return rules }
    var files = PortfolioFiles(prefix: prefix)
    for (path, id) in zip(paths, ids) {
      if let id { files[path] = try repository.text(id).map(FileContent.bytes) ?? .tooLarge }
    }
    let rules = Snapshot(reading: files).portfolio
    known[ids] = .some(rules)
    return rules
  }
}
