import Diagnostics
import Git
import PortfolioModel
import Records
import Store

/// Commits that are being made again, one on the other. Until the branch moves, nothing refers to them.
struct Replay {
  let ground: SyncGround
  let author: Identity
  let committer: Identity
  let surroundings: Surroundings
  let isDryRun: Bool

  var tip: ObjectID
  var tree: ObjectID
  var objects = UnreferencedObjects()
  var report: SyncReport
  /// The folders of proposals that have other names now.
  var numbers: FolderNumbers
  /// By folder, the text as its reviewers knew it, before it named other numbers.
  var rewritten: [String: ObjectID] = [:]
  /// By path, what own commits held there, and what stands there in its place.
  var replaced: [String: (from: ObjectID, to: ObjectID)] = [:]
  /// What is in the way; then the branch must not move.
  var obstacles: [Refusal] = []
  /// The paths that obstacles are about.
  var stuck: Set<String> = []

  init(
    _ ground: SyncGround, _ report: SyncReport, besides known: Set<Int>, by author: Identity,
    _ committer: Identity, isDryRun: Bool, _ surroundings: Surroundings,
    in workspace: borrowing Workspace
  ) throws(Refusal) {
    self.ground = ground
    self.report = report
    (self.author, self.committer) = (author, committer)
    self.isDryRun = isDryRun
    self.surroundings = surroundings
    tip = ground.theirs
    tree = try workspace.commit(tip).tree
    let there = try Replay.folders(inTree: tree, of: workspace)
    numbers = FolderNumbers(besides: known.union(there.compactMap(Proposal.number(ofFolder:))))
  }

  /// Stores a commit on the tip.
  ///
  /// - Parameter signed: Whether one in whose place it comes was signed; nil where there is none, and
  ///   git's settings count.
  mutating func commit(
    _ tree: ObjectID, parents: [ObjectID]? = nil, author: Signature, _ message: String,
    signed: Bool? = nil, in workspace: borrowing Workspace
  ) throws(Refusal) {
    let signer = try workspace.commitSigner(
      always: signed == true,
      surroundings.committing(
        skipsHooks: true,
        skipsSigning: isDryRun || signed == false || surroundings.skipsSigning))
    let (before, parents, committer) = (self.tree, parents ?? [tip], self.committer)
    var objects = self.objects
    tip = try workspace.withRepository { repository in
      try repository.note(tree: tree, since: before, in: &objects)
      let id = try signer.write(
        tree: tree, parents: parents, author: author, committer: committer, message: message,
        objects, in: repository)
      try repository.note(commit: id, in: &objects)
      return id
    }
    self.objects = objects
    self.tree = tree
  }

  /// The names of the proposals' folders in a tree.
  static func folders(
    inTree tree: ObjectID, of workspace: borrowing Workspace
  ) throws(Refusal) -> [String] {
    let path = workspace.prefix + Layout.proposalsFolder
    guard let entry = try workspace.entry(at: path, ofTree: tree), entry.isFolder else { return [] }
    return try workspace.folders(inTree: entry.id).map(\.name)
      .filter { Proposal.number(ofFolder: $0) != nil }
  }

  /// The path that a file has after the moves.
  func target(of path: String, _ prefix: String) -> String {
    guard let folder = Replay.folder(of: path, prefix) else { return path }
    let rest = path.rest(after: prefix + Layout.proposalStart(folder))
    return prefix + Layout.proposalStart(numbers.name(of: folder)) + rest
  }

  /// The name of the proposal's folder that a path leads into, or nil.
  static func folder(of path: String, _ prefix: String) -> String? {
    guard path.utf8.starts(with: (prefix + Layout.proposalsStart).utf8) else { return nil }
    let name = path.rest(after: prefix + Layout.proposalsStart).prefix { $0 != "/" }
    return Proposal.number(ofFolder: String(name)).map { _ in String(name) }
  }
}
