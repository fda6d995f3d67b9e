/// The files of a tree as its objects have them, read on their own account to hold the reader against.
struct StoredTree {
  struct File {
    /// As bytes, from the top.
    let path: [UInt8]
    let mode: String
    let size: Int?
  }

  private struct Entry {
    let mode: String
    let name: [UInt8]
    let id: [UInt8]

    var isFolder: Bool { HostileTrees.folderModes.contains(mode) }
  }

  private static let slash = UInt8(ascii: "/")
  private static let usualModes = ["100644", "100755", "120000", "160000", "40000"]

  private(set) var files: [File] = []
  /// Whether git itself would write each tree, all of it is there, and it is small.
  private(set) var isUsual = true
  /// Names that no tree may hold.
  private(set) var malformed: [[UInt8]] = []
  /// Names that some system can't check out; of a tree that stands in several places only one path is
  /// named.
  private(set) var faulty: [[UInt8]] = []
  /// Paths that differ from others by the case of their letters alone.
  private(set) var twins: [[UInt8]] = []
  /// What differs from the two folders in a way that some system does not see.
  private(set) var strangers: [[UInt8]] = []

  private let objects: [[UInt8]: (kind: String, bytes: [UInt8])]
  private var left = 3_000

  /// `folders`: the names at the top that are looked into; nil for all.
  init(_ objects: [(path: String, bytes: [UInt8])], folders: [String]?) {
    var known: [[UInt8]: (kind: String, bytes: [UInt8])] = [:]
    var top: [UInt8] = []
    for (path, bytes) in objects {
      let kind = path.hasSuffix(".tree") ? ObjectStore.Kind.tree : .blob
      top = ObjectStore.id(kind, bytes)
      known[top] = (kind.rawValue, bytes)
    }
    self.objects = known
    walk(top, [], 0, folders?.map { Array($0.utf8) })
  }

  private mutating func walk(_ id: [UInt8], _ way: [UInt8], _ depth: Int, _ only: [[UInt8]]?) {
    guard depth <= 16, left > 0, let object = objects[id], object.kind == "tree",
      let entries = StoredTree.entries(object.bytes)
    else {
      isUsual = false
      return
    }
    left -= entries.count
    look(at: entries, way)
    for entry in entries where depth > 0 || only?.contains(entry.name) ?? true {
      let path = way + entry.name
      if entry.isFolder {
        walk(entry.id, path + [StoredTree.slash], depth + 1, nil)
        continue
      }
      let object = objects[entry.id]
      if object?.kind != "blob", entry.mode != "160000" { isUsual = false }
      files.append(File(path: path, mode: entry.mode, size: object?.bytes.count))
    }
  }

  private mutating func look(at entries: [Entry], _ way: [UInt8]) {
    var (names, folded): (Set<[UInt8]>, Set<[UInt8]>) = ([], [])
    var last: [UInt8] = []
    for entry in entries {
      if !StoredTree.usualModes.contains(entry.mode) { isUsual = false }
      if HostileNames.malformed.contains(entry.name) { malformed.append(entry.name) }
      if HostileNames.faulty.contains(entry.name) { faulty.append(entry.name) }
      if way.isEmpty, HostileNames.folders.contains(entry.name) { strangers.append(entry.name) }
      let key = entry.isFolder ? entry.name + [StoredTree.slash] : entry.name
      let isNew = names.insert(entry.name).inserted
      if !isNew || !last.lexicographicallyPrecedes(key) { malformed.append(entry.name) }
      last = key
      let lower = entry.name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      if !folded.insert(lower).inserted, isNew, !way.isEmpty { twins.append(way + entry.name) }
    }
    if !malformed.isEmpty { isUsual = false }
  }

  /// Nil where the bytes are no tree.
  private static func entries(_ bytes: [UInt8]) -> [Entry]? {
    var entries: [Entry] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let space = rest.firstIndex(of: 0x20), let end = rest[space...].firstIndex(of: 0),
        rest.endIndex - end > 20
      else { return nil }
      let id = rest[(end + 1)...(end + 20)]
      entries.append(
        Entry(
          mode: String(decoding: rest[..<space], as: UTF8.self),
          name: Array(rest[(space + 1)..<end]),
          id: Array(id)))
      rest = rest[(end + 21)...]
    }
    return entries
  }
}
