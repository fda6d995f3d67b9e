import Diagnostics
import PortfolioModel

/// Collects records and findings, file by file.
struct SnapshotReader {
  let files: PortfolioFiles
  let earlier: Snapshot?
  /// The paths whose records are reused from the earlier snapshot.
  var taken: Set<String> = []
  var records: [String: RecordFile] = [:]
  var diagnostics: [Diagnostic] = []
  var unread: Set<Identifier> = []
  var standards: [Standard] = []
  var paths: [Identifier: String] = [:]
  var delisted: [DelistedStandard] = []
  var overrides: [Override] = []
  var useCases: [UseCase] = []
  var folders: Set<String> = []
  /// The files of each proposal's reviews in the order of their paths, by folder.
  var reviews: [String: [(path: String, stem: String)]] = [:]

  init(_ files: PortfolioFiles, _ earlier: Snapshot?) {
    self.files = files
    self.earlier = earlier?.files.prefix == files.prefix ? earlier : nil
  }

  mutating func report(
    _ rule: RuleID, _ path: String, standard: String? = nil, _ message: String, _ help: Hint...
  ) {
    diagnostics.append(
      Diagnostic(
        rule, at: SourceLocation(path: files.prefix + path), standard: standard, message,
        help: help))
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

  /// Marks an id as known but unread until its record has been read.
  private mutating func noteUnread(_ role: Layout.Role) {
    switch role {
    case .standard(_, _, let stem), .delisted(let stem):
      if let id = Identifier(stem) { unread.insert(id) }
    case .proposal(let folder), .state(let folder), .review(let folder, _): folders.insert(folder)
    default: break
    }
  }

  mutating func snapshot() -> Snapshot {
    let portfolio = portfolio()
    let entries = folders.sorted { $0.precedesBytewise($1) }.compactMap { entry($0) }
    for standard in standards { unread.remove(standard.id) }
    for record in delisted { unread.remove(record.standard.id) }
    return Snapshot(
      files: files, portfolio: portfolio, proposals: entries.sorted { $0.number < $1.number },
      fileDiagnostics: diagnostics, records: records, unread: unread)
  }
}
