import Git
import PortfolioModel

/// The same answers for a folder that had one name from its beginning on, which are found without
/// a walk through the whole history.
extension ProposalsGraph {
  func authorship(ofUnrenamed folder: String, at tip: Int) -> [Introduction] {
    var atTip = Origins(self, at: tip)
    var waiting = introductions.in(folder).filter { atTip.lead(to: $0) }.map(\.text)
    var found: [ObjectID: Introduction] = [:]
    while let text = waiting.popLast() {
      guard found[text] == nil,
        let origin = introductions.of(text).first(where: { atTip.lead(to: $0) })
      else { continue }
      found[text] = origin
      guard !origin.folder.hasSameBytes(as: folder) else { continue }
      var atOrigin = Origins(self, at: origin.node)
      waiting += introductions.in(origin.folder).filter { atOrigin.lead(to: $0) }.map(\.text)
    }
    return found.values.sorted { ($0.node, $0.text.hex) < ($1.node, $1.text.hex) }
  }

  func original(
    of text: ObjectID, inUnrenamed folder: String, at tip: Int
  ) -> Introduction? {
    var atTip = Origins(self, at: tip)
    let all = introductions.of(text).filter { atTip.lead(to: $0) }
    let own = all.filter { $0.folder.hasSameBytes(as: folder) }
    return all.first { other in
      !other.folder.hasSameBytes(as: folder)
        && !own.contains { $0.node != other.node && leads(other.node, to: $0) }
    }
  }
}

/// The nodes from which folders come at one node, each folder's looked up once: a folder can have
/// thousands of introductions.
private struct Origins {
  private let graph: ProposalsGraph
  private let node: Int
  /// By the bytes of the folder's name.
  private var known: [[UInt8]: Set<Int>] = [:]

  init(_ graph: ProposalsGraph, at node: Int) {
    self.graph = graph
    self.node = node
  }

  /// Whether an introduction can be reached from the node, as ``ProposalsGraph/leads(_:to:)`` says.
  mutating func lead(to introduction: ProposalsGraph.Introduction) -> Bool {
    guard introduction.node <= node else { return false }
    let name = Array(introduction.folder.utf8)
    let origins = known[name] ?? graph.originSet(of: introduction.folder, at: node)
    known[name] = origins
    return origins.contains(introduction.node)
  }
}
