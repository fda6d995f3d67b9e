package import Git
import PortfolioModel

extension ProposalsGraph {
  /// By node that the tip leads back to, the name of the folder that now has one.
  func names(of folder: String) -> [Int: String] {
    guard let tip else { return [:] }
    var names = [tip: folder]
    // Nodes that lack the folder, where a merge has it from another side.
    var beside: Set<Int> = []
    for index in nodes.indices.reversed() {
      guard let name = names[index] else { continue }
      let node = nodes[index]
      let sides = node.parents.filter {
        nodes[$0].folders[earlierName(of: name, at: index, in: $0)] != nil
      }
      for parent in node.parents {
        let earlier = earlierName(of: name, at: index, in: parent)
        // There another proposal had the name, until it went by another one.
        if beside.contains(index), node.renames[parent]?.gone.contains(earlier) == true { continue }
        let isBeside =
          !sides.contains(parent)
          && (node.folders[name] == nil ? beside.contains(index) : !sides.isEmpty)
        if !isBeside {
          beside.remove(parent)
        } else if names[parent] == nil {
          beside.insert(parent)
        }
        // A name that a folder had there tells more than one that was merely passed on.
        let isKnown = names[parent].map { nodes[parent].folders[$0] != nil } ?? false
        if isKnown || (names[parent] != nil && nodes[parent].folders[earlier] == nil) { continue }
        names[parent] = earlier
      }
    }
    return names
  }

  /// The name that a folder had at a parent of a node.
  func earlierName(of name: String, at node: Int, in parent: Int) -> String {
    nodes[node].renames[parent]?[name] ?? name
  }

  /// The name that a folder of the worktree has at the tip: another where that is gone there.
  func committedName(
    of folder: String, _ text: ObjectID?, inWorktree folders: Set<String>
  ) -> String {
    guard let tip, nodes[tip].folders[folder] == nil else { return folder }
    let gone = nodes[tip].folders.names.filter { !folders.contains($0) }
      .sorted { $0.precedesBytewise($1) }
    return gone.first { text != nil && self.text(of: $0, at: tip) == text }
      ?? gone.first { FolderRenames.slug($0).elementsEqual(FolderRenames.slug(folder)) } ?? folder
  }

  /// The commit that first brought the proposal of a folder, under whatever name.
  package func origin(of folder: String) -> Commit? {
    authorship(of: folder).first.map { nodes[$0.node].commit }
  }

  /// Whether a folder's present text was written where one other folder was known and another was not.
  package func text(of folder: String, knew one: String, butNot other: String) -> Bool {
    guard let tip, let text = text(of: folder, at: tip),
      let node = introductions.first(where: { $0.text == text })?.node
    else { return false }
    func isThere(_ name: String) -> Bool {
      names(of: name)[node].map { nodes[node].folders[$0] != nil } ?? false
    }
    return isThere(one) && !isThere(other)
  }

  // MARK: - Where a text stood

  /// Where each text that a proposal ever had first stood; of a text that was copied from another
  /// folder, also the texts that had led to it there. Who copies or renumbers a text does not become
  /// its author.
  func authorship(of folder: String) -> [Introduction] {
    guard let tip else { return [] }
    let reached = reached(from: tip)
    let known = introductions.filter { reached.contains($0.node) }
    var first: [ObjectID: Introduction] = [:]
    for one in known where first[one.text] == nil { first[one.text] = one }
    let names = names(of: folder)
    var waiting = known.filter { names[$0.node]?.hasSameBytes(as: $0.folder) == true }.map(\.text)
    var found: [ObjectID: Introduction] = [:]
    while let text = waiting.popLast() {
      guard found[text] == nil, let origin = first[text] else { continue }
      found[text] = origin
      guard names[origin.node]?.hasSameBytes(as: origin.folder) != true else { continue }
      let before = self.reached(from: origin.node)
      waiting += known.filter {
        $0.folder.hasSameBytes(as: origin.folder) && before.contains($0.node)
      }.map(\.text)
    }
    return found.values.sorted { ($0.node, $0.text.hex) < ($1.node, $1.text.hex) }
  }

  /// Where a text stood in another folder before it stood in this one, or nil: reviews bind a text,
  /// and would count for both.
  ///
  /// A folder that was given another number is the same one, unless two go back to it.
  func original(of text: ObjectID, in folder: String) -> Introduction? {
    guard let tip else { return nil }
    let names = names(of: folder)
    let all = introductions.filter { $0.text == text && names[$0.node] != nil }
    guard let first = all.first, all.contains(where: { !$0.folder.hasSameBytes(as: folder) }) else {
      return nil
    }
    let own = all.filter { names[$0.node]?.hasSameBytes(as: $0.folder) == true }.map(\.node)
    let foreign = all.first { other in
      guard names[other.node]?.hasSameBytes(as: other.folder) != true else { return false }
      let before = reached(from: other.node).subtracting([other.node])
      return !own.contains { before.contains($0) }
    }
    if let foreign { return foreign }
    guard !first.folder.hasSameBytes(as: folder) else { return nil }
    let isTwice = nodes[tip].folders.names.contains { other in
      !other.hasSameBytes(as: folder)
        && self.names(of: other)[first.node]?.hasSameBytes(as: first.folder) == true
    }
    return isTwice ? first : nil
  }
}
