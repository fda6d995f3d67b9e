package import Git

/// The folders of `Proposals/` at one commit: their trees, by name.
///
/// Few of them change from one commit to the next. The unchanged ones are shared, so that a
/// thousand commits of a thousand proposals don't hold a million names.
package struct ProposalFolders: Sendable {
  private static let shares = 64
  private var parts: [[String: ObjectID]] = Array(repeating: [:], count: shares)

  /// - Parameter earlier: Another commit's folders, most of which are the same.
  init(
    _ folders: [(name: String, id: ObjectID)] = [], after earlier: ProposalFolders? = nil
  ) {
    guard let earlier else {
      for folder in folders { parts[ProposalFolders.part(folder.name)][folder.name] = folder.id }
      return
    }
    parts = earlier.parts
    for folder in folders where self[folder.name] != folder.id {
      parts[ProposalFolders.part(folder.name)][folder.name] = folder.id
    }
    guard folders.count < count else { return }
    let kept = Set(folders.map(\.name))
    for (name, _) in earlier where !kept.contains(name) {
      parts[ProposalFolders.part(name)][name] = nil
    }
  }

  subscript(name: String) -> ObjectID? { parts[ProposalFolders.part(name)][name] }

  var count: Int { parts.reduce(0) { $0 + $1.count } }
  /// The names, in no particular order.
  var names: [String] { parts.flatMap(\.keys) }

  /// The index of the part that holds a name, from the name's bytes.
  private static func part(_ name: String) -> Int {
    Int(name.utf8.reduce(0) { ($0 &* 31 &+ UInt32($1)) } % UInt32(shares))
  }
}

extension ProposalFolders: Sequence {
  /// Goes through the folders in no particular order.
  package func makeIterator() -> AnyIterator<(key: String, value: ObjectID)> {
    AnyIterator(parts.lazy.joined().makeIterator())
  }
}
