/// A tree that holds a small portfolio and what does not belong there, as objects of git.
struct HostileTrees {
  /// What an entry stands for.
  indirect enum Node {
    case blob([UInt8])
    case folder([Entry])
    /// An object, in whatever form.
    case raw([UInt8])
    /// Whatever has this id: nothing, or an object of another kind than the entry says.
    case lost([UInt8])
  }

  struct Entry {
    var mode: String
    var name: [UInt8]
    var node: Node
  }

  private static let modes = [
    "100644", "100755", "120000", "160000", "40000", "100664", "040000", "0", "140000", "7777777",
  ]

  /// Modes of folders, one of them as old programs wrote it.
  static let folderModes = ["40000", "040000"]

  private var source: SplitMix64
  /// Whether the next change loses an object. Few runs lose one, and no more: a reader waits for it,
  /// as another program may be packing it.
  private var losesOne = false
  /// The number of a tree from 1 whose entries stay as they came, or 0.
  private var unsorted = 0
  private var trees = 0
  private var objects: [(path: String, bytes: [UInt8])] = []
  private var kinds: [[UInt8]: ObjectStore.Kind] = [:]

  init(_ source: SplitMix64) { self.source = source }

  /// The objects, each behind what it names; the last is the tree at the top.
  ///
  /// `files`: the portfolio that the tree starts from.
  mutating func objects(
    _ files: [(path: String, bytes: [UInt8])]
  ) -> [(path: String, bytes: [UInt8])] {
    var top: [Entry] = []
    for (path, bytes) in files { HostileTrees.put(.blob(bytes), path.split(separator: "/"), &top) }
    losesOne = source.below(100) == 0
    for _ in 0..<source.below(source.chance(80) ? 4 : 8) { change(&top, depth: 0) }
    unsorted = source.chance(4) ? 1 + source.below(6) : 0
    _ = write(.folder(top))
    return objects
  }

  private static func put(_ node: Node, _ steps: [Substring], _ entries: inout [Entry]) {
    guard let first = steps.first else { return }
    let name = Array(first.utf8)
    guard steps.count > 1 else {
      entries.append(Entry(mode: "100644", name: name, node: node))
      return
    }
    let place = entries.firstIndex { $0.name == name } ?? entries.count
    if place == entries.count {
      entries.append(Entry(mode: "40000", name: name, node: .folder([])))
    }
    guard case .folder(var inner) = entries[place].node else { return }
    put(node, Array(steps.dropFirst()), &inner)
    entries[place].node = .folder(inner)
  }

  // MARK: - Changes

  /// Changes the folder, or one further down.
  private mutating func change(_ entries: inout [Entry], depth: Int) {
    let folders = entries.indices.filter {
      if case .folder = entries[$0].node { true } else { false }
    }
    if !folders.isEmpty, source.chance(depth == 0 ? 80 : 60) {
      let place = source.pick(folders)
      guard case .folder(var inner) = entries[place].node else { return }
      change(&inner, depth: depth + 1)
      entries[place].node = .folder(inner)
      return
    }
    let place = source.below(entries.count)
    if losesOne, !entries.isEmpty {
      losesOne = false
      entries[place].node = lost(entries[place])
      return
    }
    let name = HostileNames.pick(&source)
    switch source.below(entries.isEmpty ? 3 : 8) {
    case 0, 1: entries.append(Entry(mode: "100644", name: name, node: .blob(Array("x\n".utf8))))
    case 2: entries.append(Entry(mode: "40000", name: name, node: folder()))
    case 3: entries[place].mode = source.pick(HostileTrees.modes)
    case 4: entries[place].name = name
    case 5:
      var twin = entries[place]
      twin.name = source.chance(30) ? twin.name : HostileTrees.flipped(twin.name)
      entries.append(twin)
    case 6: damage(&entries[place].node)
    default: entries[place].node = source.chance(50) ? folder() : .blob(Array("x\n".utf8))
    }
  }

  /// An object that is not there, or of the other kind.
  private mutating func lost(_ entry: Entry) -> Node {
    guard source.chance(50) else { return .lost((0..<20).map { _ in UInt8(source.below(256)) }) }
    let isFolder = HostileTrees.folderModes.contains(entry.mode)
    return .lost(write(isFolder ? .blob(Array("x\n".utf8)) : .folder([])))
  }

  /// With its letters in the other case.
  private static func flipped(_ name: [UInt8]) -> [UInt8] {
    name.map { (0x41...0x5A).contains($0 & 0xDF) ? $0 ^ 0x20 : $0 }
  }

  private mutating func folder() -> Node {
    func file(_ name: [UInt8]) -> Entry {
      Entry(mode: "100644", name: name, node: .blob(Array("x\n".utf8)))
    }
    switch source.below(400) {
    case 0:
      return .folder((0...130_000).map { file(Array("f\($0)".utf8)) })
    case 1:
      // A million paths of a few objects.
      var node = Node.folder([file([0x66])])
      for _ in 0..<6 {
        node = .raw(tree((0..<10).map { Entry(mode: "40000", name: [0x30 + $0], node: node) }))
      }
      return node
    case 2...9: return .blob(Array(repeating: 0x78, count: (1 << 20) + source.below(2)))
    case 10...80:
      var node = Node.folder([file(HostileNames.pick(&source))])
      for _ in 0..<source.below(20) {
        node = .folder([Entry(mode: "40000", name: [0x64], node: node)])
      }
      return node
    case 81...120: return .folder((0..<source.below(300)).map { file(Array("f\($0)".utf8)) })
    default: return .folder((0..<source.below(4)).map { _ in file(HostileNames.pick(&source)) })
    }
  }

  private mutating func damage(_ node: inout Node) {
    let inner = SplitMix64(seed: source.next())
    switch node {
    case .folder(let entries):
      let bytes = tree(entries)
      var mutation = ByteMutation(inner, splicing: bytes)
      node = .raw(withKnownIDs(mutation.mutate(bytes)))
    case .blob(let bytes):
      var mutation = ByteMutation(inner, splicing: bytes)
      node = .blob(mutation.mutate(bytes))
    case .raw, .lost: break
    }
  }

  /// The bytes of a tree with ids that exist, of the kind that each mode says, as far as they are
  /// those of a tree.
  private mutating func withKnownIDs(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var start = 0
    while let space = bytes[start...].firstIndex(of: 0x20),
      let end = bytes[space...].firstIndex(of: 0), bytes.count - end > 20
    {
      let mode = String(decoding: bytes[start..<space], as: UTF8.self)
      let isFolder = HostileTrees.folderModes.contains(mode)
      let id = (end + 1)...(end + 20)
      if kinds[Array(bytes[id])] != (isFolder ? .tree : .blob) {
        bytes.replaceSubrange(id, with: write(isFolder ? .folder([]) : .blob([])))
      }
      start = end + 21
    }
    return bytes
  }

  // MARK: - Objects

  /// Adds what the node stands for and gives its id.
  private mutating func write(_ node: Node) -> [UInt8] {
    switch node {
    case .lost(let id): id
    case .blob(let bytes): add(.blob, bytes)
    case .raw(let bytes): add(.tree, bytes)
    case .folder(let entries): add(.tree, tree(entries))
    }
  }

  private mutating func add(_ kind: ObjectStore.Kind, _ bytes: [UInt8]) -> [UInt8] {
    let id = ObjectStore.id(kind, bytes)
    if kinds[id] == nil {
      kinds[id] = kind
      let number = String(10_000 + objects.count).dropFirst()
      objects.append(("\(number).\(kind.rawValue)", bytes))
    }
    return id
  }

  /// The bytes of a tree, its entries in git's order.
  private mutating func tree(_ entries: [Entry]) -> [UInt8] {
    trees += 1
    let entries = entries.map { entry in
      Entry(
        mode: HostileTrees.fitting(entry.mode, entry.node), name: entry.name, node: entry.node)
    }
    func key(_ entry: Entry) -> [UInt8] {
      HostileTrees.folderModes.contains(entry.mode)
        ? entry.name + [UInt8(ascii: "/")] : entry.name
    }
    let isSorted = trees != unsorted
    var bytes: [UInt8] = []
    for entry in isSorted
      ? entries.sorted(by: { key($0).lexicographicallyPrecedes(key($1)) }) : entries
    {
      bytes += Array(entry.mode.utf8) + [0x20] + entry.name.filter { $0 != 0 } + [0]
      bytes += write(entry.node)
    }
    return bytes
  }

  /// The mode, or the usual one where it says another kind of object than the node is.
  private static func fitting(_ mode: String, _ node: Node) -> String {
    let isFolder = folderModes.contains(mode)
    return switch node {
    case .lost: mode
    case .blob: isFolder ? "100644" : mode
    case .folder, .raw: isFolder || mode == "160000" ? mode : "40000"
    }
  }
}
