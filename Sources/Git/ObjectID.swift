import CLibgit2

/// The id of a git object: 20 bytes, the SHA-1 of its content.
package struct ObjectID: Hashable, Sendable, Comparable {
  /// The bytes as three numbers, the first byte first: histories hold ids by the million, which
  /// need no memory of their own so.
  private let head: UInt64
  private let middle: UInt64
  private let tail: UInt32

  /// - Parameter bytes: Exactly 20 bytes.
  private init(_ bytes: UnsafeRawBufferPointer) {
    head = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    middle = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    tail = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt32.self))
  }

  init(_ id: git_oid) {
    self = withUnsafeBytes(of: id) { ObjectID($0) }
  }

  init(_ pointer: UnsafePointer<git_oid>?) {
    self.init(pointer?.pointee ?? git_oid())
  }

  /// - Parameter bytes: Exactly 20 bytes.
  init(bytes: ArraySlice<UInt8>) {
    self = bytes.withUnsafeBytes { ObjectID($0) }
  }

  /// Returns nil where the text is not 40 hexadecimal digits.
  package init?(hex: String) {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in hex.utf8 {
      guard let value = ObjectID.value(digit), bytes.count < 20 else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    guard bytes.count == 20, high == nil else { return nil }
    self.init(bytes: bytes[...])
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  package var bytes: [UInt8] {
    withUnsafeBytes(of: raw) { Array($0.prefix(20)) }
  }

  /// 40 lower-case hexadecimal digits.
  package var hex: String {
    String(unsafeUninitializedCapacity: 40) { text in
      var place = 0
      for byte in bytes {
        text[place] = ObjectID.digits[Int(byte >> 4)]
        text[place + 1] = ObjectID.digits[Int(byte & 15)]
        place += 2
      }
      return place
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)

  package static func < (lhs: ObjectID, rhs: ObjectID) -> Bool {
    (lhs.head, lhs.middle, lhs.tail) < (rhs.head, rhs.middle, rhs.tail)
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
    withUnsafeMutableBytes(of: &id) {
      $0.storeBytes(of: head.bigEndian, toByteOffset: 0, as: UInt64.self)
      $0.storeBytes(of: middle.bigEndian, toByteOffset: 8, as: UInt64.self)
      $0.storeBytes(of: tail.bigEndian, toByteOffset: 16, as: UInt32.self)
    }
    return id
  }
}
