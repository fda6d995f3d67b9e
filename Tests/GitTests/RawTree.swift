import Foundation
import Git
import Testing

/// A tree as bytes, in whatever form: git's own programs write only good ones.
struct RawTree {
  struct Entry: Sendable {
    let mode: String
    let name: [UInt8]
    let id: String

    /// A file that holds `x`.
    static func file(_ name: String) -> Entry {
      Entry(mode: "100644", name: Array(name.utf8), id: "587be6b4c3f93f93c489c0111bba5596147a26cb")
    }

    /// A folder, empty where no id is given.
    static func folder(
      _ name: String, _ id: String = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
    ) -> Entry {
      Entry(mode: "40000", name: Array(name.utf8), id: id)
    }

    var bytes: [UInt8] {
      var bytes = Array((mode + " ").utf8) + name + [0]
      for place in stride(from: 0, to: 40, by: 2) {
        bytes += [UInt8(id.dropFirst(place).prefix(2), radix: 16) ?? 0]
      }
      return bytes
    }
  }

  var entries: [Entry]

  /// Stores the tree and gives its id.
  func store(in place: RepositoryTests.Place) throws -> String {
    try Data(entries.flatMap(\.bytes)).write(
      to: URL(fileURLWithPath: place.path + "/.git/raw-tree"))
    return try place.git(
      "hash-object", "-w", "-t", "tree", "--literally", place.path + "/.git/raw-tree")
  }
}
