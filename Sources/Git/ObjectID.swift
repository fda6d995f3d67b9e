import CLibgit2

/// The id of a git object: 20 bytes, the SHA-1 of its content.
package struct ObjectID: Hashable, Sendable, Comparable {
  package let bytes: [UInt8]

  init(_ id: git_oid) {
    bytes = withUnsafeBytes(of: id) { Array($0.prefix(20)) }
  }

  init(_ pointer: UnsafePointer<git_oid>?) {
    self.init(pointer?.pointee ?? git_oid())
  }

  /// - Parameter bytes: Exactly 20 bytes.
  init(bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }

  /// Returns nil where the text is not 40 hexadecimal digits.
  package init?(hex: String) {
    let digits = hex.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard hex.utf8.count == 40, digits.count == 40 else { return nil }
    bytes = stride(from: 0, to: 40, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }

  /// 40 lower-case hexadecimal digits.
  package var hex: String {
    String(
      decoding: bytes.flatMap { [ObjectID.digits[Int($0 >> 4)], ObjectID.digits[Int($0 & 15)]] },
      as: UTF8.self)
  }

  private static let digits = Array("0123456789abcdef".utf8)

  package static func < (lhs: ObjectID, rhs: ObjectID) -> Bool {
    lhs.bytes.lexicographicallyPrecedes(rhs.bytes)
  }

  /// The id that git gives a blob of these bytes; it needs no repository.
  package static func blob(_ bytes: [UInt8]) -> ObjectID {
    Library.start
    var id = git_oid()
    let status = bytes.withUnsafeBytes {
      git_odb_hash(&id, $0.baseAddress, $0.count, GIT_OBJECT_BLOB)
    }
    precondition(status == 0, "libgit2 hashes bytes in memory")
    return ObjectID(id)
  }

  var raw: git_oid {
    var id = git_oid()
    withUnsafeMutableBytes(of: &id) { $0.copyBytes(from: bytes) }
    return id
  }
}
