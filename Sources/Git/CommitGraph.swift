/// Git's commit-graph: one file, or a chain of files that each continue the ones before
/// (gitformat-commit-graph(5)). Git takes trees and parents from it instead of from the commits.
struct CommitGraph {
  /// Thrown for a file that is not a commit-graph, or not the next one of its chain.
  struct Malformed: Error {}

  private var layers: [Layer] = []
  /// The ids of all layers in order; parents are given as indices into this list.
  private var ids: [ObjectID] = []

  /// Adds the next file of the chain.
  mutating func add(_ bytes: [UInt8]) throws(Malformed) {
    let layer = try Layer(bytes)
    for index in 0..<layer.count { ids.append(try layer.id(at: index)) }
    layers.append(layer)
  }

  /// Whether the graph agrees with the given commits, for each of them that it holds.
  ///
  /// Every entry is looked at: a binary search could miss entries of a graph in a wrong order.
  func isTrue(to heads: [ObjectID: CommitHead]) -> Bool {
    var places = ids.indices.makeIterator()
    for layer in layers {
      for index in 0..<layer.count {
        guard let place = places.next(), let head = heads[ids[place]] else { continue }
        guard let (tree, parents) = layer.head(at: index),
          tree == head.tree,
          parents.map({ ids.indices.contains($0) ? ids[$0] : nil }) == head.parents
        else { return false }
      }
    }
    return true
  }

  /// One file of the chain.
  private struct Layer {
    let count: Int
    private let bytes: [UInt8]
    /// The offset of each chunk by its name; a chunk is read to the end of the file.
    private let chunks: [[UInt8]: Int]

    init(_ bytes: [UInt8]) throws(Malformed) {
      // The format's version, and the hash of ids: SHA-1.
      guard bytes.starts(with: Array("CGPH".utf8) + [1, 1]), bytes.count > 8 else {
        throw Malformed()
      }
      var chunks: [[UInt8]: Int] = [:]
      for row in stride(from: 8, to: 8 + 12 * Int(bytes[6]), by: 12) {
        guard let high = Layer.number(bytes, row + 4), let low = Layer.number(bytes, row + 8),
          chunks.updateValue(high << 32 | low, forKey: Array(bytes[row..<row + 4])) == nil
        else { throw Malformed() }
      }
      guard let fanout = chunks[Array("OIDF".utf8)], chunks[Array("CDAT".utf8)] != nil,
        let count = Layer.number(bytes, fanout + 255 * 4), count <= bytes.count / 56
      else { throw Malformed() }
      (self.count, self.bytes, self.chunks) = (count, bytes, chunks)
    }

    func id(at index: Int) throws(Malformed) -> ObjectID {
      guard let id = id(in: "OIDL", at: index * 20) else { throw Malformed() }
      return id
    }

    /// The tree and the indices of the parents; nil where they can't be read.
    func head(at index: Int) -> (tree: ObjectID, parents: [Int])? {
      let row = index * 36
      guard let tree = id(in: "CDAT", at: row), let first = number(in: "CDAT", at: row + 20),
        let second = number(in: "CDAT", at: row + 24)
      else { return nil }
      var parents = [first, second].filter { $0 != Layer.none && $0 & Layer.mark == 0 }
      // The second number may be an offset to a list of all parents but the first; the last is
      // marked.
      if second & Layer.mark != 0 {
        var edge = second & ~Layer.mark
        while true {
          guard let next = number(in: "EDGE", at: edge * 4) else { return nil }
          parents.append(next & ~Layer.mark)
          if next & Layer.mark != 0 { break }
          edge += 1
        }
      }
      return (tree, parents)
    }

    private static let none = 0x7000_0000
    private static let mark = 0x8000_0000

    private func number(in chunk: String, at offset: Int) -> Int? {
      chunks[Array(chunk.utf8)].flatMap { Layer.number(bytes, $0 + offset) }
    }

    private func id(in chunk: String, at offset: Int) -> ObjectID? {
      guard let start = chunks[Array(chunk.utf8)].map({ $0 + offset }),
        start >= 0, start <= bytes.count - 20
      else { return nil }
      return ObjectID(bytes: bytes[start..<start + 20])
    }

    /// A number of four bytes, most significant first.
    private static func number(_ bytes: [UInt8], _ offset: Int) -> Int? {
      guard offset >= 0, offset <= bytes.count - 4 else { return nil }
      return bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
  }
}
