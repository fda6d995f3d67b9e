import PortfolioModel

/// The sizes and counts of a portfolio that have limits.
struct PortfolioWeight {
  /// The sizes of one proposal, in bytes.
  struct Proposal {
    /// The size of `proposal.yml`.
    var text = 0
    var state = 0
    var reviews = 0
    /// The number of reviews that count towards the limits.
    var count = 0

    /// The size without the state, which closing the proposal makes larger.
    var withoutState: Int { text + reviews }
    var all: Int { withoutState + state }
  }

  /// The proposals by the names of their folders.
  private(set) var proposals: [String: Proposal] = [:]
  /// The bytes of everything except rejected and withdrawn proposals, which are only read as far as
  /// the budget allows.
  private(set) var all = 0
  /// Bytes of unfinished proposals.
  private(set) var unfinished = 0
  /// The number of files and folders below `Portfolio/` or `Proposals/`, whichever is larger.
  private(set) var files = 0

  /// The size in bytes up to which a member's review doesn't count, so that nobody can fill a
  /// folder to keep a member from objecting.
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
