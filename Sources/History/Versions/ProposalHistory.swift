package import Diagnostics
package import Git
import PortfolioModel
package import Records

/// All versions of one proposal's folder since it was added, through its renames.
package struct ProposalHistory: Sendable {
  /// The folder at one commit, or in the worktree.
  package struct Version: Sendable {
    /// Nil in the worktree.
    package let commit: Commit?
    /// The folder's name at that time.
    package let folder: String
    /// The indices of the versions before it; empty where the folder is new.
    let parents: [Int]
    /// The files' blobs, by path in the folder.
    package let files: [String: ObjectID]
    /// The first parent's description, criteria and committee, by which the version is judged.
    let rules: Portfolio?
    /// The day of the commit's first parent.
    let dayBefore: CalendarDate?
    /// Whether there was neither a portfolio nor a proposal before. All files were imported or
    /// moved here at once then, and their earlier history is elsewhere.
    let isImport: Bool
  }

  package let number: Int
  /// Parents before children; the last one is the tip.
  package private(set) var versions: [Version]
  private var texts: ProposalTexts

  static let proposal = Layout.proposalName
  static let state = Layout.stateName
  static let reviews = Layout.reviewsStart

  /// The name of a review's file without its ending, from its path in the folder.
  static func reviewStem(of path: String) -> String {
    String(path.rest(after: reviews).dropLast(4))
  }

  /// Reads the versions of the folder that has a name at the graph's tip.
  package init(
    of folder: String, in graph: ProposalsGraph, _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) {
    var rules = RulesReader()
    try self.init(of: folder, in: graph, by: &rules, source)
  }

  /// Does the same as ``init(of:in:_:)`` with rules that the histories of several folders share.
  ///
  /// - Parameter known: Texts that need not be read.
  init(
    of folder: String, in graph: ProposalsGraph, by rules: inout RulesReader,
    knowing known: ProposalTexts = ProposalTexts(),
    _ source: borrowing some VersionSource & ~Copyable
  ) throws(Refusal) {
    number = Proposal.number(ofFolder: folder) ?? 0
    var reader = HistoryReader(graph, rules, knowing: known)
    (versions, texts) = try reader.read(folder, source)
    rules = reader.rules
  }

  /// The same history with the worktree as its last version, judged by the worktree's rules.
  package func appending(_ snapshot: Snapshot, _ folder: String) -> ProposalHistory {
    var history = self
    var files: [String: ObjectID] = [:]
    let start = Layout.proposalStart(folder)
    for path in snapshot.files.paths(startingWith: start) {
      let bytes = snapshot.files.bytes(path) ?? []
      let id = ObjectID.blob(bytes)
      let inner = path.rest(after: start)
      files[inner] = id
      history.texts.read(inner, id) { bytes }
    }
    guard files != versions.last?.files else { return self }
    history.versions.append(
      Version(
        commit: nil, folder: folder, parents: versions.isEmpty ? [] : [versions.count - 1],
        files: files, rules: snapshot.portfolio, dayBefore: nil, isImport: false))
    return history
  }

  /// The proposer that a version of the text names. Texts after one with a proposer are not read.
  func proposer(_ id: ObjectID) -> Person? { texts.proposer(id) }

  func review(_ path: String, _ id: ObjectID) -> Review? { texts.review(path, id) }

  func state(_ id: ObjectID) -> ProposalState? { texts.state(id) }
}
