/// An archive as ``ArchiveWriter`` writes it, and nothing else: it is written again from what was read,
/// and compared byte for byte.
package struct StoredArchive: Sendable {
  /// Where an archive differs from one that is written from its files.
  package struct Damage: Error, Hashable, Sendable {
    /// The name of the file in which the first other byte is; nil where it is in the directory.
    package let file: String?
  }

  /// In the order of the archive.
  package let files: [(name: String, content: [UInt8])]

  package init(_ bytes: [UInt8]) throws(Damage) {
    let found = StoredArchive.read(bytes)
    files = found.map { ($0.name, $0.content) }
    let again = ArchiveWriter.bytes(of: files)
    guard again != bytes else { return }
    let directory = StoredArchive.directory(of: bytes)
    // Under another name it would stand elsewhere in what is written again.
    for (entry, file) in zip(directory?.entries ?? [], found)
    where entry.offset == file.offset && !entry.name.utf8.elementsEqual(file.name.utf8) {
      throw Damage(file: entry.name)
    }
    var place = 0
    while place < min(again.count, bytes.count), again[place] == bytes[place] { place += 1 }
    guard let directory, place < directory.start else { throw Damage(file: nil) }
    throw Damage(file: directory.entries.last { $0.offset <= place }?.name)
  }

  /// The files that follow each other from the start, as far as they can be read.
  private static func read(
    _ bytes: [UInt8]
  ) -> [(offset: Int, name: String, content: [UInt8])] {
    var files: [(offset: Int, name: String, content: [UInt8])] = []
    var place = 0
    while let next = local(at: place, in: bytes) {
      files.append((place, next.name, Array(bytes[next.content])))
      place = next.content.upperBound
    }
    return files
  }

  private static func local(
    at place: Int, in bytes: [UInt8]
  ) -> (name: String, content: Range<Int>)? {
    let start = place + 30
    guard start <= bytes.count, number(4, at: place, in: bytes) == 0x0403_4B50 else { return nil }
    let size = number(4, at: place + 18, in: bytes)
    let name = start..<(start + number(2, at: place + 26, in: bytes))
    let content = name.upperBound..<(name.upperBound + size)
    guard content.upperBound <= bytes.count else { return nil }
    return (String(decoding: bytes[name], as: UTF8.self), content)
  }

  /// What the directory says of the files, and where it starts; nil where it can't be read.
  private static func directory(
    of bytes: [UInt8]
  ) -> (start: Int, entries: [(offset: Int, name: String)])? {
    let end = bytes.count - 22
    guard end >= 0, number(4, at: end, in: bytes) == 0x0605_4B50 else { return nil }
    let start = number(4, at: end + 16, in: bytes)
    let stop = start + number(4, at: end + 12, in: bytes)
    guard stop <= end else { return nil }
    var entries: [(offset: Int, name: String)] = []
    var place = start
    while place < stop {
      let name = (place + 46)..<(place + 46 + number(2, at: place + 28, in: bytes))
      guard number(4, at: place, in: bytes) == 0x0201_4B50, name.upperBound <= stop else {
        return nil
      }
      entries.append(
        (
          number(4, at: place + 42, in: bytes), String(decoding: bytes[name], as: UTF8.self)
        ))
      place = name.upperBound
    }
    return (start, entries)
  }

  private static func number(_ count: Int, at place: Int, in bytes: [UInt8]) -> Int {
    guard place + count <= bytes.count else { return 0 }
    return bytes[place..<(place + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
