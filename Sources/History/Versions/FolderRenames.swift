import Git
import PortfolioModel

/// The earlier names of folders that a commit renamed. A new folder is matched with a removed one
/// of the same text, or else of the same title, or else with the only removed one, where it is the
/// only new one and their changes are alike.
package struct FolderRenames: Sendable {
  /// The earlier names, by the new name.
  private(set) var earlier: [String: String] = [:]
  /// The earlier names that were replaced.
  private(set) var gone: Set<String> = []

  /// Returns nil where nothing was renamed.
  ///
  /// - Parameter changes: The folders in which a commit differs from a parent.
  /// - Parameter texts: The proposal's text, by the folder's tree.
  /// - Parameter isRewording: Whether one text may be a new wording of another.
  init?<Failure>(
    _ changes: [FolderChange], _ texts: [ObjectID: ObjectID],
    isMerge: Bool, isRewording: (_ old: ObjectID?, _ new: ObjectID?) throws(Failure) -> Bool
  ) throws(Failure) {
    let came = changes.filter { $0.old == nil }.compactMap { one in one.new.map { (one.name, $0) } }
    guard !came.isEmpty else { return nil }
    let left = changes.filter { $0.new == nil }.compactMap { one in one.old.map { (one.name, $0) } }
      .sorted { $0.0.precedesBytewise($1.0) }
    let byText = Dictionary(left.compactMap { name, tree in texts[tree].map { ($0, name) } }) {
      first, _ in first
    }
    let bySlug = Dictionary(left.map { (Array(FolderRenames.slug($0.0)), $0.0) }) {
      first, _ in first
    }
    let only = !isMerge && left.count == 1 && came.count == 1 ? left[0] : nil
    for (name, tree) in came {
      var old = texts[tree].flatMap { byText[$0] } ?? bySlug[Array(FolderRenames.slug(name))]
      if old == nil, let only, try isRewording(texts[only.1], texts[tree]) { old = only.0 }
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
