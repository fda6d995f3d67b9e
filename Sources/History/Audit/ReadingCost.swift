import PortfolioModel
import Records

/// As how much the files of a snapshot count that was carried forward along a history.
///
/// A revision that is read as a whole is refused where it holds too much, and rejected and withdrawn
/// proposals are left out of it where there is no room. Up to what ``isWithinLimits`` allows, neither
/// can be, whatever the changelog holds, which is not carried.
struct ReadingCost: Sendable {
  private var all = 0
  /// The bytes of each rejected or withdrawn proposal, by folder.
  private var refused: [String: Int] = [:]

  init() {}

  init(_ snapshot: Snapshot) {
    all = snapshot.files.cost
    for entry in snapshot.proposals { note(entry.folder, entry, snapshot.files) }
  }

  /// Takes some files away, or adds them again as they are now.
  mutating func add(_ paths: [String], of files: PortfolioFiles, times: Int) {
    for path in paths { all += times * files.cost(of: path) }
  }

  /// Takes over the state of a proposal's folder.
  ///
  /// - Parameter entry: The proposal in it; nil where there is none any more.
  mutating func note(_ folder: String, _ entry: ProposalEntry?, _ files: PortfolioFiles) {
    refused[folder] = nil
    switch entry?.status {
    case .rejected, .withdrawn:
      let paths = files.paths(startingWith: Layout.proposalStart(folder))
      refused[folder] = paths.reduce(0) { $0 + (files.bytes($1)?.count ?? 0) }
    case .draft, .open, .accepted, nil: break
    }
  }

  /// Whether a whole reading would leave nothing out, with so many bytes more.
  func isWithinLimits(with more: Int = 0) -> Bool {
    let refused = refused.values.reduce(0, +)
    return refused <= Limits.refused && all + refused + more <= Limits.revision - Limits.changelog
  }
}
