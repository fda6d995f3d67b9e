/// The order in which git packs files.
///
/// Git puts files next to each other whose paths end alike, and stores most of them as what differs
/// from a neighbour. Files that are read in this order are unpacked from what was read just before; in
/// another order, of a large pack, nearly each of them takes as long as fifty.
package enum PackOrder {
  /// Where a file stands, as git computes it: the last sixteen bytes of the path decide, the very last
  /// the most.
  package static func place(of path: String) -> UInt32 {
    var place: UInt32 = 0
    for byte in path.utf8 where !blanks.contains(byte) {
      place = (place >> 2) &+ UInt32(byte) << 24
    }
    return place
  }

  private static let blanks = [UInt8](" \t\n\u{B}\u{C}\r".utf8)

  /// The indices of paths, in git's order.
  package static func indices(of paths: [String]) -> [Int] {
    let places = paths.map(place)
    return paths.indices.sorted { (places[$0], $0) < (places[$1], $1) }
  }
}
