/// Writes an archive whose bytes hang on nothing but the names and contents of its files: stored, not
/// compressed, sorted by name, and dated 1980-01-01 (the first day that archives know).
package enum ArchiveWriter {
  private static let firstDay: UInt16 = 1 << 5 | 1
  /// Version 1.0 of the format, which knows stored files.
  private static let version: UInt16 = 10

  /// That a name is in UTF-8.
  private static let isUnicode: UInt16 = 1 << 11
  /// Version 4.5 of the format, which knows the longer end.
  private static let longVersion: UInt16 = 45
  /// The most files that the end of a directory can count; more are counted in a longer end before it.
  private static let mostFiles = Int(UInt16.max) - 1
  /// The most bytes that an archive may have: places in it are numbers of 32 bits.
  package static let mostBytes = Int(UInt32.max)

  /// How many bytes the archive will have, without making it.
  package static func size(of files: [(name: String, content: [UInt8])]) -> Int {
    let entries = files.reduce(0) { $0 + $1.content.count + 2 * $1.name.utf8.count + 30 + 46 }
    return entries + 22 + (files.count > mostFiles ? 56 + 20 : 0)
  }

  /// The archive's bytes. Names differ, and the ``size(of:)`` is at most ``mostBytes``.
  package static func bytes(of files: [(name: String, content: [UInt8])]) -> [UInt8] {
    precondition(size(of: files) <= mostBytes, "places in the archive have 32 bits")
    let sorted = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var result: [UInt8] = []
    result.reserveCapacity(size(of: files))
    var directory: [UInt8] = []
    for file in sorted {
      let offset = result.count
      let fields = ArchiveWriter.fields(of: file)
      append([UInt32(0x0403_4B50)], to: &result)
      result += fields
      result += file.name.utf8
      result += file.content
      append([UInt32(0x0201_4B50)], to: &directory)
      append([version], to: &directory)
      directory += fields
      // No comment, the first disk, and no attributes of any system.
      append([UInt16(0), 0, 0], to: &directory)
      append([UInt32(0), UInt32(offset)], to: &directory)
      directory += file.name.utf8
    }
    let start = result.count
    result += directory
    let isLong = sorted.count > mostFiles
    if isLong { appendLongEnd(sorted.count, (start, directory.count), to: &result) }
    let count = isLong ? UInt16.max : UInt16(sorted.count)
    append([UInt32(0x0605_4B50)], to: &result)
    append([UInt16(0), 0, count, count], to: &result)
    append([UInt32(directory.count), UInt32(start)], to: &result)
    append([UInt16(0)], to: &result)
    return result
  }

  /// The end of a directory that counts more files than 16 bits can, and where it is.
  private static func appendLongEnd(
    _ count: Int, _ directory: (start: Int, size: Int), to bytes: inout [UInt8]
  ) {
    let place = bytes.count
    append([UInt32(0x0606_4B50)], to: &bytes)
    append([UInt64(44)], to: &bytes)
    append([longVersion, longVersion], to: &bytes)
    append([UInt32(0), 0], to: &bytes)
    append(
      [UInt64(count), UInt64(count), UInt64(directory.size), UInt64(directory.start)], to: &bytes)
    append([UInt32(0x0706_4B50), 0], to: &bytes)
    append([UInt64(place)], to: &bytes)
    append([UInt32(1)], to: &bytes)
  }

  /// What stands both before the file and in the directory: from the version needed to the lengths.
  private static func fields(of file: (name: String, content: [UInt8])) -> [UInt8] {
    var fields: [UInt8] = []
    let size = UInt32(file.content.count)
    let isASCII = file.name.utf8.allSatisfy { $0 < 0x80 }
    // Stored, at midnight.
    append([version, isASCII ? 0 : isUnicode, 0, 0, firstDay], to: &fields)
    append([CRC32.of(file.content), size, size], to: &fields)
    append([UInt16(file.name.utf8.count), 0], to: &fields)
    return fields
  }

  private static func append<Value: FixedWidthInteger>(_ values: [Value], to bytes: inout [UInt8]) {
    for value in values { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
  }
}
