package import Git
import PortfolioModel

extension ProposalsGraph {
  /// A folder as it is called at a node.
  private struct NamedFolder: Hashable {
    let node: Int
    let name: String
  }

  /// The earlier names of a folder of the tip, for each node that the tip can reach.
  func names(of folder: String) -> [Int: String] {
    guard let tip else { return [:] }
    var own: Set<NamedFolder> = []
    while true {
      let (names, apart) = line(of: NamedFolder(node: tip, name: folder), following: own)
      let more = apart.filter { isSame($0, names) }
      guard !more.isEmpty else { return names }
      own.formUnion(more)
    }
  }

  /// The earlier names of a folder, and the folders that were left apart. On a side of a merge that
  /// lacks the folder, another proposal may have had its name until it was renamed.
  ///
  /// - Parameter own: Folders of that kind that are followed all the same; nil follows all.
  private func line(
    of folder: NamedFolder, following own: Set<NamedFolder>?
  ) -> (names: [Int: String], apart: Set<NamedFolder>) {
    var names = [folder.node: folder.name]
    var apart: Set<NamedFolder> = []
    // Nodes that lack the folder, where a merge has it from another side.
    var beside: Set<Int> = []
    for index in nodes.indices[...folder.node].reversed() {
      guard let name = names[index] else { continue }
      let node = nodes[index]
      func has(_ parent: Int) -> Bool {
        nodes[parent].folders[earlierName(of: name, at: index, in: parent)] != nil
      }
      let isBeside =
        node.folders[name] == nil ? beside.contains(index) : node.parents.contains(where: has)
      for parent in node.parents {
        let earlier = NamedFolder(
          node: parent, name: earlierName(of: name, at: index, in: parent))
        if let own, beside.contains(index), !own.contains(earlier),
          node.renames[parent]?.gone.contains(earlier.name) == true
        {
          apart.insert(earlier)
          continue
        }
        if !isBeside || has(parent) {
          beside.remove(parent)
        } else if names[parent] == nil {
          beside.insert(parent)
        }
        // The name of a folder that exists at a node wins over one that was only inherited.
        let isKnown = names[parent].map { nodes[parent].folders[$0] != nil } ?? false
        if isKnown || (names[parent] != nil && nodes[parent].folders[earlier.name] == nil) {
          continue
        }
        names[parent] = earlier.name
      }
    }
    return (names, apart)
  }

  /// Whether a folder was once the same proposal as one with these names. Whoever forges a merge so
  /// that a proposal keeps its number on an old side and gets another number on the other side does
  /// not rid it of what was said of it there.
  private func isSame(_ folder: NamedFolder, _ names: [Int: String]) -> Bool {
    line(of: folder, following: nil).names.contains { node, name in
      nodes[node].folders[name] != nil && names[node]?.hasSameBytes(as: name) == true
    }
  }

  /// The name that a folder had at a parent of a node.
  func earlierName(of name: String, at node: Int, in parent: Int) -> String {
    nodes[node].renames[parent]?[name] ?? name
  }

  /// The name at the tip of a folder in the worktree, which may have been renamed there.
  func committedName(
    of folder: String, _ text: ObjectID?, inWorktree folders: @autoclosure () -> Set<String>
  ) -> String {
    guard let tip, nodes[tip].folders[folder] == nil else { return folder }
    let folders = folders()
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
      let node = introductions.of(text).first?.node
    else { return false }
    func isThere(_ name: String) -> Bool {
      names(of: name)[node].map { nodes[node].folders[$0] != nil } ?? false
    }
    return isThere(one) && !isThere(other)
  }

  // MARK: - The places of a text

  /// The first place of each text that a proposal ever had. For a text that was copied from another
  /// folder it includes the earlier texts there: someone who copies or renumbers a text does not
  /// become its author.
  func authorship(of folder: String) -> [Introduction] {
    guard let tip else { return [] }
    guard isRenamed(folder) else { return authorship(ofUnrenamed: folder, at: tip) }
    let reached = reached(from: tip)
    let known = introductions.all.filter { reached.contains($0.node) }
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

  /// The place of a text in another folder before it came to this one, or nil. Reviews belong to a
  /// text, so they would count for both.
  ///
  /// A renumbered folder counts as the same one, unless two folders come from it.
  func original(of text: ObjectID, in folder: String) -> Introduction? {
    guard let tip else { return nil }
    guard isRenamed(folder) else { return original(of: text, inUnrenamed: folder, at: tip) }
    let names = names(of: folder)
    let all = introductions.of(text).filter { names[$0.node] != nil }
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
    let later = laterNames(of: first.folder).union([first.folder])
    let isTwice = later.contains { other in
      !other.hasSameBytes(as: folder) && nodes[tip].folders[other] != nil
        && self.names(of: other)[first.node]?.hasSameBytes(as: first.folder) == true
    }
    return isTwice ? first : nil
  }
}
