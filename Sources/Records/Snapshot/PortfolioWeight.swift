import PortfolioModel

/// The sizes and counts of a portfolio that have limits.
struct PortfolioWeight: Sendable {
  /// The sizes of one proposal, in bytes.
  struct Proposal: Hashable, Sendable {
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
  var all: Int { records + open + accepted }
  /// Bytes of unfinished proposals.
  var unfinished: Int { open }
  /// The number of files and folders below `Portfolio/` or `Proposals/`, whichever is larger.
  var files: Int { max(portfolioFiles, 2 * folders + proposalFiles) }

  private var records = 0
  private var open = 0
  private var accepted = 0
  private var folders = 0
  private var portfolioFiles = 0
  private var proposalFiles = 0
  /// The members, whose reviews count in another way.
  private let members: Set<String>

  /// The size in bytes up to which a member's review doesn't count, so that nobody can fill a
  /// folder to keep a member from objecting.
  private static let shortReview = 4 << 10

  init(_ snapshot: Snapshot) {
    members = PortfolioWeight.members(of: snapshot)
    for path in snapshot.files.pathsInNoOrder { add(path, of: snapshot, 1) }
    for entry in snapshot.proposals { add(entry, 1) }
    folders = snapshot.proposals.count
  }

  /// The weight of a snapshot that differs from another in some files, weighed by these and by the
  /// other files of their proposals.
  ///
  /// - Parameter known: The weight of the other.
  init(_ snapshot: Snapshot, after before: Snapshot, _ known: PortfolioWeight, changed: [String]) {
    let starts = Set(changed.compactMap(Layout.proposalStart(of:)))
    func entries(_ snapshot: Snapshot) -> [ProposalEntry] {
      snapshot.proposals.filter { starts.contains(Layout.proposalStart($0.folder)) }
    }
    guard known.members == PortfolioWeight.members(of: snapshot) else {
      self.init(snapshot)
      return
    }
    self = known
    for entry in entries(before) { add(entry, -1) }
    for path in changed { add(path, of: before, -1) }
    for path in changed { add(path, of: snapshot, 1) }
    for entry in entries(snapshot) { add(entry, 1) }
    folders = snapshot.proposals.count
  }

  private static func members(of snapshot: Snapshot) -> Set<String> {
    Set(snapshot.portfolio?.committee?.members.map(\.id.text) ?? [])
  }

  /// Adds a file of a snapshot, or takes it away.
  private mutating func add(_ path: String, of snapshot: Snapshot, _ sign: Int) {
    guard snapshot.files[path] != nil else { return }
    let bytes = snapshot.files.bytes(path)?.count ?? 0
    let isProposal = path.hasPrefix(Layout.proposalsFolder)
    if isProposal { proposalFiles += sign } else { portfolioFiles += sign }
    switch Layout.role(of: path) {
    case .proposal(let folder): proposals[folder, default: Proposal()].text += sign * bytes
    case .state(let folder): proposals[folder, default: Proposal()].state += sign * bytes
    case .review(let folder, let stem):
      guard !members.contains(stem) || bytes > PortfolioWeight.shortReview else { return }
      proposals[folder, default: Proposal()].reviews += sign * bytes
      proposals[folder, default: Proposal()].count += sign
    default: if !isProposal { records += sign * bytes }
    }
  }

  /// Adds a proposal, whose files were added, or takes it away.
  private mutating func add(_ entry: ProposalEntry, _ sign: Int) {
    let weight = sign * (proposals[entry.folder]?.all ?? 0)
    switch entry.status {
    case .rejected, .withdrawn: break
    case .accepted: accepted += weight
    case .draft, .open, nil: open += weight
    }
  }
}
