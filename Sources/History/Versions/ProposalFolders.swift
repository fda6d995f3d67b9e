package import Git

/// The folders of `Proposals/` at one commit, each with its tree, by name.
///
/// From one commit to the next few of them change: what stayed is shared, so that a thousand commits
/// of a thousand proposals don't hold a million names.
package struct ProposalFolders: Sendable {
  private static let shares = 64
  private var parts: [[String: ObjectID]] = Array(repeating: [:], count: shares)

  /// - Parameter earlier: A commit's that has most of them.
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
  /// In no order.
  var names: [String] { parts.flatMap(\.keys) }

  /// A part by the bytes of a name.
  private static func part(_ name: String) -> Int {
    Int(name.utf8.reduce(0) { ($0 &* 31 &+ UInt32($1)) } % UInt32(shares))
  }
}

extension ProposalFolders: Sequence {
  /// In no order.
  package func makeIterator() -> AnyIterator<(key: String, value: ObjectID)> {
    AnyIterator(parts.lazy.joined().makeIterator())
  }
}
