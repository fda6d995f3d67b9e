import Git
import PortfolioModel

extension ProposalsGraph {
  /// By node that the tip leads back to, the name of the folder that now has one.
  func names(of folder: String) -> [Int: String] {
    guard let tip else { return [:] }
    var names = [tip: folder]
    for index in nodes.indices.reversed() {
      guard let name = names[index] else { continue }
      for parent in nodes[index].parents {
        let earlier = earlierName(of: name, at: index, in: parent)
        // A name that a folder had there tells more than one that was merely passed on.
        let isKnown = names[parent].map { nodes[parent].folders[$0] != nil } ?? false
        if isKnown || (names[parent] != nil && nodes[parent].folders[earlier] == nil) { continue }
        names[parent] = earlier
      }
    }
    return names
  }

  /// The name at a parent: another where a folder with the same text, or else of the same title,
  /// went as this one came.
  func earlierName(of name: String, at node: Int, in parent: Int) -> String {
    guard nodes[parent].folders[name] == nil, nodes[node].folders[name] != nil else { return name }
    let gone = nodes[parent].folders.keys.filter { nodes[node].folders[$0] == nil }
      .sorted { $0.precedesBytewise($1) }
    let text = text(of: name, at: node)
    return gone.first { text != nil && self.text(of: $0, at: parent) == text }
      ?? gone.first { ProposalsGraph.slug($0).elementsEqual(ProposalsGraph.slug(name)) } ?? name
  }

  /// What follows the number in a folder's name.
  private static func slug(_ folder: String) -> Substring.UTF8View {
    folder.utf8.drop { $0 != UInt8(ascii: "-") }
  }

  // MARK: - Where a text stood

  /// Everyone who introduced one of a proposal's texts anywhere: into its folder, whatever that was
  /// called, or into another that ever held one of these texts. Who copies or renumbers a text
  /// does not become its author.
  func authorship(of folder: String) -> [Introduction] {
    guard let tip else { return [] }
    let reached = reached(from: tip)
    let known = introductions.filter { reached.contains($0.node) }
    var folders = Set(names(of: folder).values)
    var texts: Set<ObjectID> = []
    var count = -1
    while count != folders.count + texts.count {
      count = folders.count + texts.count
      for one in known {
        if folders.contains(one.folder) { texts.insert(one.text) }
        if texts.contains(one.text) { folders.insert(one.folder) }
      }
    }
    return known.filter { folders.contains($0.folder) }
  }

  /// Where a text stood in another folder before it stood in this one, or nil: reviews bind a text,
  /// and would count for both.
  ///
  /// A folder that was given another number is the same one.
  func original(of text: ObjectID, in folder: String) -> Introduction? {
    let names = names(of: folder)
    let all = introductions.filter { $0.text == text && names[$0.node] != nil }
    let own = all.filter { names[$0.node]?.hasSameBytes(as: $0.folder) == true }.map(\.node)
    return all.first { other in
      guard names[other.node]?.hasSameBytes(as: other.folder) != true else { return false }
      let before = reached(from: other.node).subtracting([other.node])
      return !own.contains { before.contains($0) }
    }
  }
}
