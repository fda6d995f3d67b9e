extension String {
  /// Whether both strings have the same bytes. String's == also equates composed and decomposed
  /// characters.
  package func hasSameBytes(as other: String) -> Bool {
    // Most strings that differ are told apart by a comparison that takes less.
    guard utf8.count == other.utf8.count, self == other else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable {
        UnsafeRawBufferPointer(bytes).difference(from: UnsafeRawBufferPointer($0)) == 0
      }
    }
    return isSame.flatMap { $0 } ?? utf8.elementsEqual(other.utf8)
  }

  /// The rest of a string after a beginning that it has, cut by bytes.
  package func rest(after beginning: String) -> String {
    String(Substring(utf8.dropFirst(beginning.utf8.count)))
  }

  /// Compares by UTF-8 bytes, so that the order is the same everywhere.
  package func precedesBytewise(_ other: String) -> Bool {
    let precedes = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable {
        UnsafeRawBufferPointer(bytes).difference(from: UnsafeRawBufferPointer($0)) < 0
      }
    }
    return precedes.flatMap { $0 } ?? utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// Whether the text has a line feed.
  package var hasLineFeed: Bool {
    utf8.withContiguousStorageIfAvailable { $0.holds(UInt8(ascii: "\n")) }
      ?? utf8.contains(UInt8(ascii: "\n"))
  }
}

extension UnsafeRawBufferPointer {
  /// Less than 0 where these bytes come before the others, 0 where they are the same.
  ///
  /// It compares eight bytes at a time: paths and names often begin alike.
  fileprivate func difference(from other: UnsafeRawBufferPointer) -> Int {
    let common = Swift.min(count, other.count)
    var index = 0
    while index + 8 <= common {
      let own = UInt64(bigEndian: loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let its = UInt64(bigEndian: other.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      if own != its { return own < its ? -1 : 1 }
      index += 8
    }
    while index < common {
      if self[index] != other[index] { return self[index] < other[index] ? -1 : 1 }
      index += 1
    }
    return count - other.count
  }
}

extension [UInt8] {
  /// Whether a byte is among them.
  package func holds(_ byte: UInt8) -> Bool { withUnsafeBufferPointer { $0.holds(byte) } }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a byte is among them. All are looked at, many at once, for most texts don't hold it.
  fileprivate func holds(_ byte: UInt8) -> Bool {
    var found: UInt8 = 0
    for other in self { found |= other == byte ? 1 : 0 }
    return found == 1
  }
}
