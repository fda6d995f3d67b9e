import Diagnostics
import Git
import PortfolioModel

/// The server's side of judging a push: which branches are protected, and their tips.
struct GuardGrounds {
  /// Nil where every branch counts as protected, as in a check before a push.
  private let protection: Protection?
  /// The branches by full name, in the order of names.
  private let branches: [(name: String, commit: ObjectID)]
  private let references: [PushedReference]

  init(
    _ references: [PushedReference], by protection: Protection?,
    _ source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) {
    self.references = references
    self.protection = protection
    branches = try source.branches()
  }

  func protects(_ name: String) -> Bool { protection?.covers(name) ?? true }

  /// A guarded name that some file system can't tell from a reference that is to be moved, or nil.
  /// On such a file system both would be one file.
  ///
  /// Deleting a reference is allowed.
  func twin(of reference: PushedReference) -> String? {
    let name = reference.name
    if reference.new == nil, branches.contains(where: { $0.name.hasSameBytes(as: name) }) {
      return nil
    }
    let folded = FoldedName(name + "/")
    let folder = [PushedReference.editionTags, "refs/replace/"].first {
      folded.hasPrefix(FoldedName($0)) && !(name + "/").hasPrefix($0)
    }
    return folder ?? protection?.twin(of: name, among: branches.map(\.name))
  }

  /// The names of the protected branches, for a sentence.
  var names: String { protection?.shortNames ?? "" }

  /// The remark that a branch was not judged.
  func remark(on reference: PushedReference) -> [Hint] {
    guard reference.name.hasPrefix("refs/heads/"), reference.new != nil else { return [] }
    return ["\(reference.shortName) is not protected here (\(names) is), and was not judged."]
  }

  /// The latest common ancestor of a commit and another protected branch, or nil.
  func base(
    of commit: ObjectID, besides name: String,
    in source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> ObjectID? {
    guard protection != nil else { return nil }
    let others = branches.filter { protects($0.name) && $0.name != name }.map(\.commit)
    let lineage = try source.lineage(of: [commit] + others, from: nil)
    var latest: ObjectID?
    for base in others.flatMap({ lineage.bases(of: commit, $0) }) {
      if let known = latest, lineage.leads(from: [known], to: base) { continue }
      latest = base
    }
    return latest
  }

  /// The tips of the protected branches, before and after this push.
  var tips: [ObjectID] {
    let pushed = references.filter { protects($0.name) && $0.name.hasPrefix("refs/heads/") }
    return branches.filter { protects($0.name) }.map(\.commit) + pushed.compactMap(\.new)
  }

  /// Whether a tag's commit is reachable from a protected branch, before or after this push.
  func reaches(
    _ tag: ObjectID, in source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> Bool {
    let tips = tips
    guard let commit = try source.commit(behind: tag) else { return false }
    return try source.lineage(of: tips, from: commit).leads(from: tips, to: commit)
  }
}
