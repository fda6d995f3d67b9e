package import Git
package import PortfolioModel

/// A file that another snapshot lacks or has with another content.
package struct TakenFile {
  /// The path below the prefix.
  package let path: String
  /// The file's text, and its entry where it is in a tree; nil where there is no such file.
  package let found: (text: FileText, entry: TreeFile?)?

  package init(path: String, found: (text: FileText, entry: TreeFile?)?) {
    self.path = path
    self.found = found
  }
}

extension Snapshot {
  /// The proposal of a folder, whose name tells its number.
  package func entry(inFolder folder: String) -> ProposalEntry? {
    Proposal.number(ofFolder: folder).flatMap { entry($0, folder) }
  }

  /// The proposal of a folder.
  package func entry(_ number: Int, _ folder: String) -> ProposalEntry? {
    let place = place(number, folder)
    guard place < proposals.count, proposals[place].folder.hasSameBytes(as: folder) else {
      return nil
    }
    return proposals[place]
  }

  /// The index of the first proposal that doesn't come before one.
  func place(_ number: Int, _ folder: String = "") -> Int {
    var (low, high) = (0, proposals.count)
    while low < high {
      let middle = (low + high) / 2
      let isBefore =
        proposals[middle].number < number
        || proposals[middle].number == number && proposals[middle].folder.precedesBytewise(folder)
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Becomes the snapshot of another tree or of other files, given the files in which they differ, and reads nothing
  /// but these and the other files of their proposals.
  ///
  /// Returns the folders of the proposals that were read. Returns nil, and stays as it was, where
  /// the files need a look at others too: where something about them was or is to be reported. The
  /// others have to be read as a whole then.
  package mutating func take(_ taken: [TakenFile], revision: String?) -> [String]? {
    guard let step = SnapshotStep(taken, in: self) else { return nil }
    files.revision = revision
    for file in taken {
      files.store(file.found?.text, at: file.path, as: file.found?.entry)
      records[file.path] = step.records[file.path]
    }
    portfolio = step.portfolio(after: &portfolio)
    for (folder, number, entry) in step.entries {
      let place = place(number, folder)
      let isKnown = place < proposals.count && proposals[place].folder.hasSameBytes(as: folder)
      let known = place..<(isKnown ? place + 1 : place)
      proposals.replaceSubrange(known, with: entry.map { [$0] } ?? [])
    }
    return step.entries.map(\.folder)
  }
}
