import Git
import PortfolioModel

/// The same answers for a folder that had one name from its beginning on, which are found without
/// a walk through the whole history.
extension ProposalsGraph {
  func authorship(ofUnrenamed folder: String, at tip: Int) -> [Introduction] {
    var waiting = introductions.in(folder).filter { leads(tip, to: $0) }.map(\.text)
    var found: [ObjectID: Introduction] = [:]
    while let text = waiting.popLast() {
      guard found[text] == nil,
        let origin = introductions.of(text).first(where: { leads(tip, to: $0) })
      else { continue }
      found[text] = origin
      guard !origin.folder.hasSameBytes(as: folder) else { continue }
      waiting += introductions.in(origin.folder).filter { leads(origin.node, to: $0) }.map(\.text)
    }
    return found.values.sorted { ($0.node, $0.text.hex) < ($1.node, $1.text.hex) }
  }

  func original(
    of text: ObjectID, inUnrenamed folder: String, at tip: Int
  ) -> Introduction? {
    let all = introductions.of(text).filter { leads(tip, to: $0) }
    let own = all.filter { $0.folder.hasSameBytes(as: folder) }
    return all.first { other in
      !other.folder.hasSameBytes(as: folder)
        && !own.contains { $0.node != other.node && leads(other.node, to: $0) }
    }
  }
}
