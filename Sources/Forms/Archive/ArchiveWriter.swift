/// Writes an archive whose bytes hang on nothing but the names and contents of its files: stored, not
/// compressed, sorted by name, and dated 1980-01-01 (the first day that archives know).
package enum ArchiveWriter {
  private static let firstDay: UInt16 = 1 << 5 | 1
  /// Version 1.0 of the format, which knows stored files.
  private static let version: UInt16 = 10

  /// That a name is in UTF-8.
  private static let isUnicode: UInt16 = 1 << 11
  /// The most files that an archive of this format can hold.
  package static let mostFiles = Int(UInt16.max) - 1

  /// The archive's bytes. Names differ; there are at most ``mostFiles``, together below 4 GiB.
  package static func bytes(of files: [(name: String, content: [UInt8])]) -> [UInt8] {
    let sorted = files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var result: [UInt8] = []
    result.reserveCapacity(sorted.reduce(0) { $0 + $1.content.count + 2 * $1.name.utf8.count + 80 })
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
    append([UInt32(0x0605_4B50)], to: &result)
    append([UInt16(0), 0, UInt16(sorted.count), UInt16(sorted.count)], to: &result)
    append([UInt32(directory.count), UInt32(start)], to: &result)
    append([UInt16(0)], to: &result)
    return result
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
