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
    for entry in snapshot.proposals { note(entry.folder, in: snapshot) }
  }

  mutating func add(_ taken: [TakenFile], of files: PortfolioFiles) {
    for file in taken { all += files.cost(of: file.path) }
  }

  mutating func remove(_ taken: [TakenFile], of files: PortfolioFiles) {
    for file in taken { all -= files.cost(of: file.path) }
  }

  /// Takes over the state of a proposal's folder, in which there may be none any more.
  mutating func note(_ folder: String, in snapshot: Snapshot) {
    refused[folder] = nil
    switch snapshot.entry(inFolder: folder)?.status {
    case .rejected, .withdrawn:
      let paths = snapshot.files.paths(startingWith: Layout.proposalStart(folder))
      refused[folder] = paths.reduce(0) { $0 + (snapshot.files.bytes($1)?.count ?? 0) }
    case .draft, .open, .accepted, nil: break
    }
  }

  /// Whether a whole reading would leave nothing out, with so many bytes more.
  func isWithinLimits(with more: Int = 0) -> Bool {
    let refused = refused.values.reduce(0, +)
    return refused <= Limits.refused && all + refused + more <= Limits.revision - Limits.changelog
  }
}
