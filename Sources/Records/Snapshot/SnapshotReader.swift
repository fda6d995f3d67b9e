import Diagnostics
import Parallel
import PortfolioModel

/// Collects records and findings, file by file.
struct SnapshotReader {
  let files: PortfolioFiles
  let earlier: Snapshot?
  /// The paths whose records are reused from the earlier snapshot.
  var taken: Set<String> = []
  var records: [String: RecordFile] = [:]
  var diagnostics: [Diagnostic] = []
  /// The ids that names of files give, whether their records can be read or not.
  var named: [Identifier] = []
  var standards: [Standard] = []
  var paths: [Identifier: String] = [:]
  var delisted: [DelistedStandard] = []
  var overrides: [Override] = []
  var useCases: [UseCase] = []
  var folders: Set<String> = []
  /// The files of each proposal's reviews in the order of their paths, by folder.
  var reviews: [String: [(path: String, stem: String)]] = [:]

  /// The files of each ballot in the order of their paths, by its id.
  var ballotFiles: [String: [(path: String, file: Layout.BallotFile)]] = [:]
  /// The files of each survey likewise.
  var surveyFiles: [String: [(path: String, file: Layout.SurveyFile)]] = [:]

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

  /// Reads all files, on all processors, and puts together what was read in the order of the paths.
  mutating func readAll() {
    let paths = files.paths
    let reader = self
    let progress = Progress("records checked", of: paths.count)
    let parts = Parallel.map(paths, progress) { share in share.map { reader.part($0) } }
    records.reserveCapacity(paths.count)
    self.paths.reserveCapacity(paths.count)
    for (path, part) in zip(paths, parts) { add(part, path) }
  }

  private mutating func add(_ part: Part, _ path: String) {
    let role = part.role
    if case .ballot(_, .unread) = role { return }
    if case .ballot(let id, let file) = role { ballotFiles[id, default: []].append((path, file)) }
    if case .survey(let id, let file) = role { surveyFiles[id, default: []].append((path, file)) }
    note(part)
    if case .review(let folder, let stem) = role {
      reviews[folder, default: []].append((path, stem))
    }
    let content = files[path]
    if case .unreadable(let why) = content {
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
    switch content {
    case .bytes: if let record = part.record { add(record, part, path) }
    case .notAFile(let what):
      report(.notARegularFile, path, "this is \(what), not a file", "put the file itself here")
    case .tooLarge:
      report(
        .oversizedFile, path, "the file is larger than \(Limits.inWords(Layout.limit(of: path)))",
        "split or shorten it")
    case .leftOut, .unreadable, nil: break
    }
  }

  /// Notes an id that a file's name gives, and the folder of a proposal.
  private mutating func note(_ part: Part) {
    switch part.role {
    case .standard, .delisted:
      if let id = part.id { named.append(id) }
    case .proposal(let folder), .state(let folder), .review(let folder, _): folders.insert(folder)
    default: break
    }
  }

  /// The ids whose records were not read.
  var unread: Set<Identifier> {
    let read = Set(standards.map(\.id)).union(delisted.map(\.standard.id))
    return Set(named.filter { !read.contains($0) })
  }

  mutating func snapshot() -> Snapshot {
    let portfolio = portfolio()
    let ballots = ballotFiles.keys.sorted { $0.precedesBytewise($1) }.compactMap { ballot($0) }
    let surveys = surveyFiles.keys.sorted { $0.precedesBytewise($1) }.compactMap { survey($0) }
    let entries = folders.sorted { $0.precedesBytewise($1) }.compactMap { entry($0) }
    return Snapshot(
      files: files, portfolio: portfolio, proposals: entries.sorted { $0.number < $1.number },
      ballots: ballots, surveys: surveys, fileDiagnostics: diagnostics, records: records,
      unread: unread)
  }
}
