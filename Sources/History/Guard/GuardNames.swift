import Diagnostics
import Git
import PortfolioModel
import Records

/// Finds names in a pushed tree that some file system doesn't allow or can't tell from others.
enum GuardNames {
  /// The most names that are listed.
  private static let maximum = 100

  /// One sentence for each such name.
  ///
  /// Names that can't be checked out are reported anywhere in the tree; names that can't be told
  /// from others only beside the portfolio's own folders and below them.
  static func sentences(
    _ commit: ObjectID, _ tree: ObjectID, _ files: [TreeFile],
    in source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> [Hint] {
    let prefix = source.prefix
    let faults: [Hint] = try source.nameFaults(inTree: tree, atMost: maximum).map {
      "\($0.path) can't be checked out everywhere: \($0.reason). Give it another name."
    }
    var twins: [(folder: String, twin: TwinName)] = []
    var way = ""
    let steps = prefix.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    for step in steps + [""] {
      let own = step.isEmpty ? Layout.folders : [step]
      let beside = try source.entryNames(ofCommit: commit, at: way)
      for twin in TwinName.among(own + [attributes] + beside)
      where (own + [attributes]).contains(where: { $0.hasSameBytes(as: twin.other) }) {
        twins.append((way, twin))
      }
      way += step + "/"
    }
    for (folder, names) in names(of: files.map(\.path), below: prefix) {
      twins += TwinName.among([attributes] + names).map { (folder, $0) }
    }
    return faults
      + twins.prefix(maximum).map { folder, twin in
        "\(folder)\(twin.name) would be taken for \(folder)\(twin.other) on some systems. "
          + "Give it another name."
      }
  }

  private static let attributes = ".gitattributes"

  /// The names in each folder below a prefix, without the prefix folder itself, in the order of
  /// paths.
  private static func names(
    of paths: [String], below prefix: String
  ) -> [(folder: String, names: [String])] {
    var places: [[UInt8]: Int] = [:]
    var folders: [(folder: String, names: [String])] = []
    var seen: Set<[UInt8]> = []
    for path in paths {
      var folder: [UInt8] = Array(prefix.utf8)
      for name in path.utf8.dropFirst(prefix.utf8.count).split(separator: UInt8(ascii: "/")) {
        let inner = folder + name
        if folder.count > prefix.utf8.count, seen.insert(inner).inserted {
          let place = places[folder] ?? folders.count
          if place == folders.count {
            places[folder] = place
            folders.append((String(decoding: folder, as: UTF8.self), []))
          }
          folders[place].names.append(String(decoding: name, as: UTF8.self))
        }
        folder = inner + [UInt8(ascii: "/")]
      }
    }
    return folders
  }
}
