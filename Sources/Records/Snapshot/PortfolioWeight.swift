import PortfolioModel

/// How much a portfolio holds of what has limits.
struct PortfolioWeight {
  /// Of one proposal, in bytes.
  struct Proposal {
    /// Of `proposal.yml`.
    var text = 0
    var state = 0
    var reviews = 0
    /// The reviews that take room.
    var count = 0

    /// What closing it does not add to.
    var withoutState: Int { text + reviews }
    var all: Int { withoutState + state }
  }

  /// By the name of the folder.
  private(set) var proposals: [String: Proposal] = [:]
  /// Bytes of all but rejected and withdrawn proposals, which are read only as far as there is room.
  private(set) var all = 0
  /// Bytes of unfinished proposals.
  private(set) var unfinished = 0
  /// Files and folders below one of the two folders, the larger number.
  private(set) var files = 0

  /// Bytes of a review by a member that takes no room: nobody can fill a folder so that a member
  /// finds no room in it to object.
  private static let shortReview = 4 << 10

  init(_ snapshot: Snapshot) {
    let members = Set(snapshot.portfolio?.committee?.members.map(\.id.text) ?? [])
    var counts = (portfolio: 0, proposals: 2 * snapshot.proposals.count)
    for path in snapshot.files.contents.keys {
      let bytes = snapshot.files.bytes(path)?.count ?? 0
      let isProposal = path.hasPrefix(Layout.proposalsFolder)
      if isProposal { counts.proposals += 1 } else { counts.portfolio += 1 }
      switch Layout.role(of: path) {
      case .proposal(let folder): proposals[folder, default: Proposal()].text = bytes
      case .state(let folder): proposals[folder, default: Proposal()].state = bytes
      case .review(let folder, let stem):
        guard !members.contains(stem) || bytes > PortfolioWeight.shortReview else { continue }
        proposals[folder, default: Proposal()].reviews += bytes
        proposals[folder, default: Proposal()].count += 1
      default: if !isProposal { all += bytes }
      }
    }
    for entry in snapshot.proposals where ![.rejected, .withdrawn].contains(entry.status) {
      let weight = proposals[entry.folder]?.all ?? 0
      all += weight
      if !entry.isClosed { unfinished += weight }
    }
    files = max(counts.portfolio, counts.proposals)
  }
}
