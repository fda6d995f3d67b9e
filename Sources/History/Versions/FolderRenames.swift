import Git
import PortfolioModel

/// The names that folders had before a commit: a folder that came is one that went with the same
/// text, or else of the same title, or else the only one that went, where it alone came with changes
/// like these.
package struct FolderRenames: Sendable {
  /// By the name that came.
  private var earlier: [String: String] = [:]
  /// The names that went and for which others came.
  private(set) var gone: Set<String> = []

  /// Returns nil where nothing was renamed.
  ///
  /// - Parameter texts: By folder's tree, the proposal's text in it.
  /// - Parameter isRewording: Whether one text may be another in other words.
  init?<Failure>(
    from before: ProposalFolders, to after: ProposalFolders, _ texts: [ObjectID: ObjectID],
    isMerge: Bool, isRewording: (_ old: ObjectID?, _ new: ObjectID?) throws(Failure) -> Bool
  ) throws(Failure) {
    let came = after.filter { before[$0.key] == nil }
    guard !came.isEmpty else { return nil }
    let left = before.filter { after[$0.key] == nil }.sorted { $0.key.precedesBytewise($1.key) }
    let byText = Dictionary(left.compactMap { name, tree in texts[tree].map { ($0, name) } }) {
      first, _ in first
    }
    let bySlug = Dictionary(left.map { (Array(FolderRenames.slug($0.key)), $0.key) }) {
      first, _ in first
    }
    let only = !isMerge && left.count == 1 && came.count == 1 ? left[0] : nil
    for (name, tree) in came {
      var old = texts[tree].flatMap { byText[$0] } ?? bySlug[Array(FolderRenames.slug(name))]
      if old == nil, let only, try isRewording(texts[only.value], texts[tree]) { old = only.key }
      guard let old else { continue }
      earlier[name] = old
      gone.insert(old)
    }
    if earlier.isEmpty { return nil }
  }

  subscript(name: String) -> String? { earlier[name] }

  /// What follows the number in a folder's name.
  static func slug(_ folder: String) -> Substring.UTF8View {
    folder.utf8.drop { $0 != UInt8(ascii: "-") }
  }
}
