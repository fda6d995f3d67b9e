import CGitShims

/// The SHA-1 of a tree and of its beginnings, so that another tree of the same length is hashed only
/// from where it begins to differ. Of the trees of hundreds of proposals, whose last ones change from
/// commit to commit, that is a small part.
package struct TreeDigest {
  /// How many bytes lie between the beginnings whose digests are kept: whole blocks.
  private static let distance = 4096
  private static let start: [UInt32] = [
    0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0,
  ]

  /// The state of the hash at each multiple of the distance, counted from the object's header on.
  private var states: [[UInt32]]
  private let header: [UInt8]
  package private(set) var id: ObjectID

  /// - Parameter other: The digest of a tree with which this one shares its first bytes.
  /// - Parameter shared: How many bytes these are.
  package init(_ bytes: [UInt8], near other: TreeDigest? = nil, sharing shared: Int = 0) {
    header = Array("tree \(bytes.count)\0".utf8)
    var known: ArraySlice<[UInt32]> = [TreeDigest.start]
    // The header says the length, so those of other lengths have no beginning in common.
    if let other, other.header == header {
      known = other.states.prefix((header.count + shared) / TreeDigest.distance + 1)
    }
    states = Array(known)
    id = ObjectID(bytes: Array(repeating: 0, count: 20)[...])
    finish(bytes)
  }

  private mutating func finish(_ bytes: [UInt8]) {
    var state = states[states.count - 1]
    var place = (states.count - 1) * TreeDigest.distance
    let length = header.count + bytes.count
    if place == 0, length >= TreeDigest.distance {
      let first = header + bytes.prefix(TreeDigest.distance - header.count)
      first.withUnsafeBytes { rspmaint_sha1_blocks(&state, $0.baseAddress, first.count / 64) }
      states.append(state)
      place = TreeDigest.distance
    }
    bytes.withUnsafeBytes { bytes in
      while place > 0, place + TreeDigest.distance <= length {
        let start = bytes.baseAddress.map { $0 + place - header.count }
        rspmaint_sha1_blocks(&state, start, TreeDigest.distance / 64)
        states.append(state)
        place += TreeDigest.distance
      }
    }
    let rest = place == 0 ? header + bytes : Array(bytes[(place - header.count)...])
    let end = TreeDigest.padded(rest, of: length)
    end.withUnsafeBytes { rspmaint_sha1_blocks(&state, $0.baseAddress, end.count / 64) }
    let words = state.flatMap { word in
      (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * $0)) }
    }
    id = ObjectID(bytes: words[...])
  }

  /// The last bytes as SHA-1 ends them: a bit, zeros and the whole length in bits.
  private static func padded(_ rest: [UInt8], of length: Int) -> [UInt8] {
    var end = rest + [0x80]
    while end.count % 64 != 56 { end.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      end.append(UInt8(truncatingIfNeeded: (UInt64(length) * 8) >> UInt64(shift)))
    }
    return end
  }
}
