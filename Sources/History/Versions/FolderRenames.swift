import Git
import PortfolioModel

/// The earlier names of folders that a commit renamed. A new folder is matched with a removed one
/// of the same text, or else of the same title, or else with the only removed one, where it is the
/// only new one and their changes are alike.
package struct FolderRenames: Sendable {
  /// The earlier names, by the new name.
  private var earlier: [String: String] = [:]
  /// The earlier names that were replaced.
  private(set) var gone: Set<String> = []

  /// Returns nil where nothing was renamed.
  ///
  /// - Parameter texts: The proposal's text, by the folder's tree.
  /// - Parameter isRewording: Whether one text may be a new wording of another.
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

  /// The part of a folder's name after the number.
  static func slug(_ folder: String) -> Substring.UTF8View {
    folder.utf8.drop { $0 != UInt8(ascii: "-") }
  }
}
