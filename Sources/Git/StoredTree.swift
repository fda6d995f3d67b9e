import CLibgit2

/// A tree's bytes in the form in which git writes them, with the places of its entries.
///
/// Its form was checked (``TreeForm``). A folder of thousands of proposals changes by one entry
/// from commit to commit, so a tree is checked, and compared, only where its bytes differ from those
/// of one that was read before.
final class StoredTree {
  let bytes: [UInt8]
  /// The offset of each entry, and last the end.
  private let starts: [Int32]

  var count: Int { starts.count - 1 }

  private init(_ bytes: [UInt8], _ starts: [Int32]) {
    self.bytes = bytes
    self.starts = starts
  }

  /// The tree of entries that were checked.
  init(_ entries: [StoredEntry]) {
    var (bytes, starts): ([UInt8], [Int32]) = ([], [])
    for entry in entries {
      starts.append(Int32(bytes.count))
      bytes += String(entry.rawMode.rawValue, radix: 8).utf8
      bytes.append(UInt8(ascii: " "))
      bytes += entry.bytes
      bytes.append(0)
      bytes += entry.id.bytes
    }
    starts.append(Int32(bytes.count))
    (self.bytes, self.starts) = (bytes, starts)
  }

  /// Reads a tree that is nearly the same as another; returns nil where the entries in which they
  /// differ are not of the form in which git writes them. Those have to be read in full then.
  ///
  /// - Parameter count: Called with the number of entries that were read.
  convenience init?<Failure>(
    _ bytes: [UInt8], near other: StoredTree, counting count: (Int) throws(Failure) -> Void
  ) throws(Failure) {
    let same = other.common(with: bytes)
    let shift = bytes.count - other.bytes.count
    let end = Int(other.starts[same.end]) + shift
    var starts = Array(other.starts[..<same.start])
    var place = Int(other.starts[same.start])
    while place < end, let next = StoredTree.end(ofEntryAt: place, in: bytes) {
      starts.append(Int32(place))
      place = next
    }
    guard place == end else { return nil }
    let range = same.start..<starts.count
    starts += other.starts[same.end...].map { $0 + Int32(shift) }
    try count(range.count + starts.count / StoredTree.compared)
    self.init(bytes, starts)
    guard hasForm(in: range) else { return nil }
  }

  /// How many entries that are only compared cost as much as one that is read.
  static let compared = 64

  func entry(_ index: Int) -> StoredEntry {
    let (start, end) = (Int(starts[index]), Int(starts[index + 1]))
    let space = bytes[start..<end].firstIndex(of: UInt8(ascii: " ")) ?? end
    var mode: UInt32 = 0
    for digit in bytes[start..<space] { mode = mode << 3 + UInt32(digit & 7) }
    return StoredEntry(
      bytes: Array(bytes[(space + 1)..<(end - 21)]), rawMode: git_filemode_t(mode),
      id: ObjectID(bytes: bytes[(end - 20)..<end]))
  }

  func entries(_ range: Range<Int>) -> [StoredEntry] { range.map { entry($0) } }

  /// The entry of a name; it is either a file's or a folder's, as no tree holds both.
  func entry(named name: Substring.UTF8View) -> StoredEntry? {
    let name = Array(name)
    for isFolder in [false, true] {
      let index = place(of: name, isFolder: isFolder)
      if index < count, isTree(index) == isFolder, bytes[self.name(index)].elementsEqual(name) {
        return entry(index)
      }
    }
    return nil
  }

  /// The ranges of entries in which two trees differ.
  static func differing(
    _ old: StoredTree, _ new: StoredTree
  ) -> (old: Range<Int>, new: Range<Int>) {
    let same = old.common(with: new.bytes)
    let end = same.end + new.count - old.count
    // An id may hold bytes that look like an entry.
    let place = Int(old.starts[same.end]) + new.bytes.count - old.bytes.count
    guard end >= same.start, Int(new.starts[end]) == place else {
      return (same.start..<old.count, same.start..<new.count)
    }
    return (same.start..<same.end, same.start..<end)
  }
}

extension StoredTree {
  /// The entries that other bytes don't begin with, up to those that they end with.
  private func common(with other: [UInt8]) -> (start: Int, end: Int) {
    let (head, tail) = StoredTree.common(bytes, other)
    var start = firstEntry(at: head)
    if Int(starts[start]) > head { start -= 1 }
    let left = min(bytes.count, other.count) - Int(starts[start])
    return (start, firstEntry(at: bytes.count - min(tail, left)))
  }

  /// How many bytes at the start and at the end are the same; they may overlap.
  private static func common(_ one: [UInt8], _ other: [UInt8]) -> (head: Int, tail: Int) {
    let most = min(one.count, other.count)
    return one.withUnsafeBytes { one -> (head: Int, tail: Int) in
      other.withUnsafeBytes { other -> (head: Int, tail: Int) in
        func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
          bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        }
        var head = 0
        while head + 8 <= most, word(one, head) == word(other, head) { head += 8 }
        while head < most, one[head] == other[head] { head += 1 }
        var tail = 0
        let (last, otherLast) = (one.count, other.count)
        while tail + 8 <= most,
          word(one, last - tail - 8) == word(other, otherLast - tail - 8)
        {
          tail += 8
        }
        while tail < most, one[last - tail - 1] == other[otherLast - tail - 1] { tail += 1 }
        return (head, tail)
      }
    }
  }

  /// The first entry that starts at an offset or after it.
  private func firstEntry(at offset: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where an entry's name stands.
  private func name(_ index: Int) -> Range<Int> {
    // A folder's mode has five digits, every other six.
    let start = Int(starts[index])
    return (start + (isTree(index) ? 6 : 7))..<(Int(starts[index + 1]) - 21)
  }

  private func isTree(_ index: Int) -> Bool { bytes[Int(starts[index])] == UInt8(ascii: "4") }

  /// The index of the first entry that doesn't sort before a file or folder of a name.
  private func place(of name: [UInt8], isFolder: Bool) -> Int {
    let key = TreeForm.key(name, isFolder: isFolder)
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if sorts(middle, before: key) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether an entry sorts before a key (``TreeForm/key(of:)``).
  private func sorts(_ index: Int, before key: [UInt8]) -> Bool {
    let name = name(index)
    for (byte, other) in zip(bytes[name], key) where byte != other { return byte < other }
    guard name.count < key.count else { return false }
    guard isTree(index) else { return true }
    let other = key[name.count]
    return other == UInt8(ascii: "/") ? name.count + 1 < key.count : UInt8(ascii: "/") < other
  }

  private static let modes = ["40000 ", "100644 ", "100755 ", "120000 ", "160000 "]
    .map { Array($0.utf8) }

  /// The end of the entry at an offset; nil where it isn't of the form that git writes.
  private static func end(ofEntryAt place: Int, in bytes: [UInt8]) -> Int? {
    guard let mode = modes.first(where: { bytes[place...].starts(with: $0) }),
      let zero = bytes[(place + mode.count)...].firstIndex(of: 0), zero + 21 <= bytes.count
    else { return nil }
    return zero + 21
  }

  /// Whether entries have the form that ``TreeForm`` wants, where all others have it.
  private func hasForm(in range: Range<Int>) -> Bool {
    for index in range {
      let entry = entry(index)
      guard TreeForm.isName(entry.bytes) else { return false }
      let twin = place(of: entry.bytes, isFolder: !entry.isTree)
      if twin < count, self.entry(twin).bytes == entry.bytes, twin != index { return false }
    }
    let around = max(range.lowerBound - 1, 0)..<min(range.upperBound + 1, count)
    let keys = entries(around).map(TreeForm.key(of:))
    return zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
  }
}
