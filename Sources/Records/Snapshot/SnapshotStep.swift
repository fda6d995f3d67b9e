import Diagnostics
import PortfolioModel

/// What a snapshot holds otherwise where some files changed, read from these files and the other
/// files of their proposals.
struct SnapshotStep {
  let records: [String: RecordFile]
  /// The proposals of the changed files, by folder; nil where a folder is gone.
  private(set) var entries: [(folder: String, number: Int, entry: ProposalEntry?)] = []
  /// The roles of the changed files, by path.
  private let roles: [(path: String, role: Layout.Role)]
  /// The paths of the changed files that are gone.
  private let gone: Set<String>
  private let standards: [Standard]
  private let delisted: [DelistedStandard]
  private let overrides: [Override]
  private let useCases: [UseCase]

  /// Returns nil where the whole snapshot has to be read again.
  init?(_ taken: [TakenFile], in snapshot: Snapshot) {
    var part = PortfolioFiles(prefix: snapshot.files.prefix, revision: snapshot.files.revision)
    var roles: [(path: String, role: Layout.Role)] = []
    var folders: Set<String> = []
    for file in taken {
      let role = Layout.role(of: file.path)
      guard role != .unexpected, !role.isReadTogether else { return nil }
      roles.append((file.path, role))
      if let folder = role.proposalFolder { folders.insert(folder) }
    }
    guard snapshot.portfolio != nil, !SnapshotStep.isReported(roles, folders, in: snapshot) else {
      return nil
    }
    for folder in folders {
      for path in snapshot.paths(ofProposal: folder) { part[path] = snapshot.files[path] }
    }
    for file in taken { part.store(file.found?.text, at: file.path, as: nil) }
    guard part.areTexts else { return nil }
    var reader = SnapshotReader(part, snapshot)
    reader.readAll()
    for folder in folders.sorted(by: { $0.precedesBytewise($1) }) {
      guard let number = Proposal.number(ofFolder: folder) else { return nil }
      let entry = reader.folders.contains(folder) ? reader.entry(folder) : nil
      entries.append((folder, number, entry))
    }
    guard reader.diagnostics.isEmpty, reader.unread.isEmpty else { return nil }
    // Not the reader itself, which holds the snapshot: that could not be changed in place then.
    (records, standards, delisted) = (reader.records, reader.standards, reader.delisted)
    (overrides, useCases, self.roles) = (reader.overrides, reader.useCases, roles)
    gone = Set(taken.filter { $0.found == nil }.map(\.path))
    guard isConsistent(with: snapshot) else { return nil }
  }

  /// Whether there are findings on some files, their standards or their proposals. A file that has
  /// some may hide another one, or be hidden by it.
  private static func isReported(
    _ roles: [(path: String, role: Layout.Role)], _ folders: Set<String>, in snapshot: Snapshot
  ) -> Bool {
    guard !snapshot.fileDiagnostics.isEmpty || !snapshot.unread.isEmpty else { return false }
    let prefix = snapshot.files.prefix
    let paths = Set(roles.map { prefix + $0.path })
    let stems = Set(roles.compactMap { $0.role.standardStem })
    return snapshot.unread.contains { stems.contains($0.text) }
      || snapshot.fileDiagnostics.contains { finding in
        let path = finding.location.path
        return paths.contains(path) || finding.standard.map(stems.contains) ?? false
          || folders.contains { path.hasPrefix(prefix + Layout.proposalStart($0)) }
      }
  }

  /// Whether each standard has one file, and the rules are there and can be read.
  private func isConsistent(with snapshot: Snapshot) -> Bool {
    let isUnique = standards.allSatisfy { standard in
      guard let other = snapshot.portfolio?.standards[standard.id],
        other.category != standard.category
      else { return true }
      return gone.contains(Layout.path(of: other.id, in: other.category))
    }
    let areRulesRead = roles.allSatisfy { path, role in
      let fields = records[path]?.fields
      return switch role {
      case .portfolio:
        fields.flatMap { PortfolioDescription(fields: $0) }
          .map { $0.format <= PortfolioDescription.knownFormat } ?? false
      case .criteria: fields.flatMap { Criteria(fields: $0) } != nil
      case .committee: gone.contains(path) || fields.flatMap { Committee(fields: $0) } != nil
      default: true
      }
    }
    return isUnique && areRulesRead
  }

  /// Moves a portfolio out, and returns it with what changed.
  func portfolio(after known: inout Portfolio?) -> Portfolio? {
    guard var portfolio = known.take() else { return nil }
    for (path, role) in roles {
      let fields = records[path]?.fields
      switch role {
      case .portfolio:
        if let new = fields.flatMap({ PortfolioDescription(fields: $0) }) {
          portfolio.description = new
        }
      case .criteria:
        if let new = fields.flatMap({ Criteria(fields: $0) }) { portfolio.criteria = new }
      case .committee: portfolio.committee = fields.flatMap { Committee(fields: $0) }
      case .standard(let category, _, let stem):
        guard let id = Identifier(stem), portfolio.standards[id]?.category == category else {
          break
        }
        portfolio.standards[id] = nil
      case .delisted(let stem): if let id = Identifier(stem) { portfolio.delisted[id] = nil }
      case .override(let stem): if let id = Identifier(stem) { portfolio.overrides[id] = nil }
      case .useCase(let stem): if let id = Identifier(stem) { portfolio.useCases[id] = nil }
      default: break
      }
    }
    for standard in standards { portfolio.standards[standard.id] = standard }
    for record in delisted { portfolio.delisted[record.standard.id] = record }
    for override in overrides { portfolio.overrides[override.id] = override }
    for useCase in useCases { portfolio.useCases[useCase.id] = useCase }
    return portfolio
  }
}

extension Snapshot {
  /// The paths of a proposal's files that were read before, if nothing is to be said of them.
  fileprivate func paths(ofProposal folder: String) -> [String] {
    guard let entry = entry(inFolder: folder) else { return [] }
    return [Layout.proposalFile(folder), Layout.stateFile(folder)]
      + entry.reviews.map { Layout.reviewFile(folder, $0.file) }
  }
}

extension Layout.Role {
  /// Whether the file is one of a ballot or a survey, which are few and read together.
  fileprivate var isReadTogether: Bool {
    switch self {
    case .ballot, .survey: true
    default: false
    }
  }

  fileprivate var proposalFolder: String? {
    switch self {
    case .proposal(let folder), .state(let folder), .review(let folder, _): folder
    default: nil
    }
  }

  fileprivate var standardStem: String? {
    switch self {
    case .standard(_, _, let stem), .delisted(let stem): stem
    default: nil
    }
  }
}
