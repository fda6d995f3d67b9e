import Diagnostics
import Git
import PortfolioModel

extension Snapshot {
  /// Reads every file; what can't be read is a finding and never hides the others.
  ///
  /// `earlier`: a snapshot whose records are taken over where a file's bytes are the same.
  package init(reading files: PortfolioFiles, after earlier: Snapshot? = nil) {
    var reader = SnapshotReader(files, earlier)
    for path in files.paths { reader.read(path) }
    self = reader.snapshot()
  }
}

/// Collects records and findings, file by file.
private struct SnapshotReader {
  private let files: PortfolioFiles
  private let earlier: Snapshot?
  /// By folder, the earlier snapshot's proposals.
  private let entries: [String: ProposalEntry]
  /// The paths whose records are the earlier snapshot's, so that what they say is known.
  private var taken: Set<String> = []
  private var records: [String: RecordFile] = [:]
  private var diagnostics: [Diagnostic] = []
  private var unread: Set<Identifier> = []
  private var standards: [Standard] = []
  private var paths: [Identifier: String] = [:]
  private var delisted: [DelistedStandard] = []
  private var overrides: [Override] = []
  private var useCases: [UseCase] = []
  private var folders: Set<String> = []
  /// By folder, the files of its reviews in the order of their paths.
  private var reviews: [String: [(path: String, stem: String)]] = [:]

  init(_ files: PortfolioFiles, _ earlier: Snapshot?) {
    self.files = files
    self.earlier = earlier?.files.prefix == files.prefix ? earlier : nil
    entries = Dictionary((self.earlier?.proposals ?? []).map { ($0.folder, $0) }) { first, _ in
      first
    }
  }

  private mutating func report(
    _ rule: RuleID, _ path: String, standard: String? = nil, _ message: String, _ help: String
  ) {
    diagnostics.append(
      Diagnostic(
        rule, at: SourceLocation(path: files.prefix + path), standard: standard, message,
        help: [help]))
  }

  mutating func read(_ path: String) {
    let role = Layout.role(of: path)
    if case .ballot = role { return }
    noteUnread(role)
    if case .review(let folder, let stem) = role {
      reviews[folder, default: []].append((path, stem))
    }
    if case .unreadable(let why) = files[path] {
      report(
        .unreadableFile, path, "the file can't be read: \(why)",
        "check its permissions and its name")
      return
    }
    guard role != .unexpected else {
      report(
        .unexpectedFile, path, "this file does not belong here",
        "move it out of \(path.prefix { $0 != "/" })/, or name it as the format asks")
      return
    }
    switch files[path] {
    case .bytes(let bytes): read(bytes, path, role)
    case .notAFile(let what):
      report(.notARegularFile, path, "this is \(what), not a file", "put the file itself here")
    case .tooLarge:
      report(
        .oversizedFile, path, "the file is larger than \(Limits.inWords(Layout.limit(of: path)))",
        "split or shorten it")
    case .leftOut, .unreadable, nil: break
    }
  }

  /// Marks an id as known but unread until its record has been.
  private mutating func noteUnread(_ role: Layout.Role) {
    switch role {
    case .standard(_, _, let stem), .delisted(let stem):
      if let id = Identifier(stem) { unread.insert(id) }
    case .proposal(let folder), .state(let folder), .review(let folder, _): folders.insert(folder)
    default: break
    }
  }

  private mutating func read(_ bytes: [UInt8], _ path: String, _ role: Layout.Role) {
    guard let schema = Layout.schema(of: path) else { return }
    let known = earlier?.files[path] == .bytes(bytes) ? earlier?.records[path] : nil
    let record = known ?? RecordFile(bytes, path: files.prefix + path, schema: schema)
    records[path] = record
    if known != nil { taken.insert(path) }
    let standard = subject(of: role)
    diagnostics += record.diagnostics.map {
      Diagnostic(
        $0.rule, severity: $0.severity, at: $0.location, standard: standard, $0.message,
        help: $0.help)
    }
    guard let fields = record.fields else { return }
    switch role {
    case .standard(let category, let folder, let stem):
      guard let category else {
        report(
          .unknownCategory, path, standard: stem, "'\(folder)' is not a category",
          "the categories are: \(Category.allCases.map(\.rawValue).joined(separator: ", "))")
        return
      }
      guard let id = identifier(stem, path) else { return }
      let same = known == nil ? nil : earlier?.portfolio?.standards[id]
      let standard =
        same?.category == category
        ? same
        : Standard(
          id: id, category: category, fields: fields, isChecked: record.diagnostics.isEmpty)
      guard let standard else { return }
      if let other = paths[id] {
        report(
          .duplicateStandard, path, standard: stem,
          "the id '\(id)' is already that of \(files.prefix)\(other)", "rename one of the files")
        return
      }
      paths[id] = path
      standards.append(standard)
    case .delisted(let stem):
      if let id = identifier(stem, path) {
        delisted += DelistedStandard(id: id, fields: fields).map { [$0] } ?? []
      }
    case .override(let stem):
      if let id = identifier(stem, path) {
        overrides += Override(id: id, fields: fields).map { [$0] } ?? []
      }
    case .useCase(let stem):
      if let id = identifier(stem, path) {
        useCases += UseCase(id: id, fields: fields).map { [$0] } ?? []
      }
    default: break
    }
  }

  private func subject(of role: Layout.Role) -> String? {
    switch role {
    case .standard(_, _, let stem), .delisted(let stem): stem
    default: nil
    }
  }

  private mutating func identifier(_ stem: String, _ path: String) -> Identifier? {
    if let id = Identifier(stem) { return id }
    report(
      .invalidFileName, path, "'\(stem)' is not an id",
      Identifier(slugOf: stem).map { "rename the file to '\($0).yml'" }
        ?? "use a to z, 0 to 9 and single hyphens")
    return nil
  }

  // MARK: - Together

  mutating func snapshot() -> Snapshot {
    let portfolio = portfolio()
    let entries = folders.sorted { $0.precedesBytewise($1) }.compactMap { entry($0) }
    for standard in standards { unread.remove(standard.id) }
    for record in delisted { unread.remove(record.standard.id) }
    return Snapshot(
      files: files, portfolio: portfolio, proposals: entries.sorted { $0.number < $1.number },
      fileDiagnostics: diagnostics, records: records, unread: unread)
  }

  private mutating func portfolio() -> Portfolio? {
    for path in [Layout.portfolioFile, Layout.criteriaFile] where files[path] == nil {
      report(.missingFile, path, "the portfolio needs this file", "restore it from the history")
    }
    guard
      let description = records[Layout.portfolioFile]?.fields.flatMap({
        PortfolioDescription(fields: $0)
      })
    else { return nil }
    if description.format > PortfolioDescription.knownFormat {
      let place = records[Layout.portfolioFile]?.places.location(of: FieldPath("format"))
      diagnostics.append(
        Diagnostic(
          .newerFormat, at: place ?? SourceLocation(path: files.prefix + Layout.portfolioFile),
          "format \(description.format) was made by a newer rspmaint; "
            + "this one knows format \(PortfolioDescription.knownFormat)",
          help: ["install the newer version"]))
      return nil
    }
    guard let criteria = records[Layout.criteriaFile]?.fields.flatMap({ Criteria(fields: $0) })
    else { return nil }
    let committee = records[Layout.committeeFile]?.fields.flatMap { Committee(fields: $0) }
    // Without its committee one approval by anyone would do: a file that can't be read is not that.
    guard committee != nil || files[Layout.committeeFile] == nil else { return nil }
    return Portfolio(
      description: description, criteria: criteria, committee: committee, standards: standards,
      delisted: delisted, overrides: overrides, useCases: useCases)
  }

  /// Why a state can't be read.
  private func stateFault(_ path: String) -> String {
    guard files[path] != nil else { return "there is no state.yml" }
    let fault = diagnostics.first { $0.location.path.hasSameBytes(as: files.prefix + path) }
    return fault?.message ?? "it is no state that a proposal can have"
  }

  private mutating func entry(_ folder: String) -> ProposalEntry? {
    guard let number = Proposal.number(ofFolder: folder) else { return nil }
    let path = Layout.proposalFile(folder)
    if files[path] == nil {
      report(.missingFile, path, "the proposal's folder has no proposal.yml", "restore the file")
    }
    let statePath = Layout.stateFile(folder)
    if files[statePath] == nil {
      report(
        .missingFile, statePath, "the proposal's folder has no state.yml",
        "restore it; a new proposal's holds the line 'status: draft'")
    }
    let same = entries[folder]
    var state =
      taken.contains(statePath)
      ? same?.state : records[statePath]?.fields.flatMap { ProposalState(fields: $0) }
    var isLeftOut = false
    if case .leftOut(let status) = files[statePath] {
      (state, isLeftOut) = (ProposalState(status), true)
    }
    let reviews = reviews[folder, default: []].compactMap { file in
      records[file.path]?.fields.flatMap { Review(file: file.stem, fields: $0) }
    }
    let proposal =
      taken.contains(path)
      ? same?.proposal
      : records[path]?.fields.flatMap { Proposal(number: number, folder: folder, fields: $0) }
    let content =
      taken.contains(path)
      ? same?.content : files.bytes(path).map { ObjectID.blob($0).hex }
    return ProposalEntry(
      number: number, folder: folder,
      proposal: proposal, state: state, stateFault: state == nil ? stateFault(statePath) : nil,
      reviews: reviews, content: content ?? "", isLeftOut: isLeftOut)
  }
}
