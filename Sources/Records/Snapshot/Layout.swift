package import PortfolioModel

/// The paths of all files below `Portfolio/` and `Proposals/`, and the kind of file at each path.
package enum Layout {
  /// The kind of file that a path is for.
  package enum Role: Hashable, Sendable {
    case portfolio, criteria, committee, changelog
    case standard(Category?, folder: String, stem: String)
    case delisted(stem: String)
    case override(stem: String)
    case useCase(stem: String)
    case proposal(folder: String)
    case state(folder: String)
    case review(folder: String, stem: String)
    /// A file of a ballot, which is named by its id.
    case ballot(String, BallotFile)
    /// A file of a survey, which is named by its id.
    case survey(String, SurveyFile)
    case unexpected
  }

  /// The configuration key by which a bare repository names the folder of its portfolio.
  package static let folderKey = "rspmaint.folder"
  package static let portfolioFolder = "Portfolio"
  package static let proposalsFolder = "Proposals"
  /// The start of all paths below a folder; messages use it as the folder's name.
  package static let portfolioStart = "Portfolio/"
  package static let proposalsStart = "Proposals/"
  /// The starts of the paths of all records, and of all entries of the ledger.
  package static let standardsStart = "Portfolio/standards/"
  package static let overridesStart = "Portfolio/overrides/"
  package static let folders = [portfolioFolder, proposalsFolder]
  package static let bothFolders = "Portfolio/ and Proposals/"
  package static let eitherFolder = "Portfolio/ or Proposals/"

  /// What the full names of edition tags start with.
  package static let editionTags = "refs/tags/edition/"

  package static let portfolioFile = "Portfolio/portfolio.yml"
  package static let criteriaFile = "Portfolio/criteria.yml"
  package static let committeeFile = "Portfolio/committee.yml"
  package static let changelogFile = "Portfolio/CHANGELOG.md"

  /// The names in a proposal's folder: its text, its state, and the start of its reviews' paths.
  package static let proposalName = "proposal.yml"
  package static let stateName = "state.yml"
  package static let reviewsStart = "reviews/"
  /// The end of the path of a ballot's report.
  private static let reportName = "/report.json"

  /// Whether a path is that of a record, an exception or a use case, which stand in folders below
  /// `Portfolio/`.
  package static func isListed(_ path: String) -> Bool {
    path.utf8.starts(with: portfolioStart.utf8)
      && path.utf8.dropFirst(portfolioStart.utf8.count).contains(UInt8(ascii: "/"))
  }

  package static func role(of path: String) -> Role {
    // Nearly all files are records.
    if path.utf8.starts(with: standardsStart.utf8) { return roleOfRecord(path) }
    let steps = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    switch (steps.first, steps.count) {
    case ("Portfolio", 2):
      switch steps[1] {
      case "portfolio.yml": return .portfolio
      case "criteria.yml": return .criteria
      case "committee.yml": return .committee
      case "CHANGELOG.md": return .changelog
      default: return .unexpected
      }
    case ("Portfolio", 3):
      guard let stem = stem(of: steps[2]) else { return .unexpected }
      switch steps[1] {
      case "delisted": return .delisted(stem: stem)
      case "overrides": return .override(stem: stem)
      case "use-cases": return .useCase(stem: stem)
      default: return .unexpected
      }
    case ("Proposals", 3...) where steps[1] == "ballots":
      return role(ofBallotFile: steps[2...])
    case ("Proposals", 3...) where steps[1] == "surveys":
      return role(ofSurveyFile: steps[2...])
    case ("Proposals", 3) where Proposal.number(ofFolder: steps[1]) != nil:
      switch steps[2] {
      case proposalName: return .proposal(folder: steps[1])
      case stateName: return .state(folder: steps[1])
      default: return .unexpected
      }
    case ("Proposals", 4)
    where steps[2] == "reviews" && Proposal.number(ofFolder: steps[1]) != nil:
      guard let stem = stem(of: steps[3]) else { return .unexpected }
      return .review(folder: steps[1], stem: stem)
    default: return .unexpected
    }
  }

  /// The kind of a file below `Portfolio/standards/`: a record where it is in a folder there.
  private static func roleOfRecord(_ path: String) -> Role {
    let steps = path.utf8.dropFirst(standardsStart.utf8.count)
    let slash = UInt8(ascii: "/")
    guard let end = steps.firstIndex(of: slash), !steps[end...].dropFirst().contains(slash),
      let stem = stem(of: String(Substring(steps[end...].dropFirst())))
    else { return .unexpected }
    let folder = String(Substring(steps[..<end]))
    return .standard(Category(rawValue: folder), folder: folder, stem: stem)
  }

  package static func path(of standard: Identifier, in category: Category) -> String {
    "\(standardsStart)\(category.rawValue)/\(standard).yml"
  }

  package static func path(ofDelisted id: Identifier) -> String { "Portfolio/delisted/\(id).yml" }
  package static func path(ofOverride id: Identifier) -> String { "\(overridesStart)\(id).yml" }
  package static func path(ofUseCase id: Identifier) -> String { "Portfolio/use-cases/\(id).yml" }

  package static func proposalFolder(_ folder: String) -> String { proposalsStart + folder }

  /// The start of the paths of all files of a proposal.
  package static func proposalStart(_ folder: String) -> String { proposalsStart + folder + "/" }

  /// The start of the paths of all files of the proposal, or of the other folder below `Proposals/`,
  /// that a file is in; nil for other files.
  package static func proposalStart(of path: String) -> String? {
    guard path.utf8.starts(with: proposalsStart.utf8) else { return nil }
    let rest = path.utf8.dropFirst(proposalsStart.utf8.count)
    guard let end = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    return String(Substring(path.utf8[...end]))
  }

  /// The number of the proposal in whose folder a file is; nil for other files.
  package static func number(ofProposalAt path: String) -> Int? {
    let steps = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    guard steps.count > 2, steps[0].hasSameBytes(as: proposalsFolder) else { return nil }
    return Proposal.number(ofFolder: steps[1])
  }

  package static func proposalFile(_ folder: String) -> String {
    proposalStart(folder) + proposalName
  }

  package static func stateFile(_ folder: String) -> String { proposalStart(folder) + stateName }

  package static func reviewFile(_ folder: String, _ stem: String) -> String {
    "\(proposalStart(folder))\(reviewsStart)\(stem).yml"
  }

  /// One example path of each kind of file.
  package static let examples =
    Category.allCases.map { "Portfolio/standards/\($0.rawValue)/example.yml" } + [
      portfolioFile, criteriaFile, committeeFile, changelogFile,
      "Portfolio/delisted/example.yml", "Portfolio/overrides/example.yml",
      "Portfolio/use-cases/example.yml", proposalFile("0001-example"), stateFile("0001-example"),
      reviewFile("0001-example", "example"),
      "Proposals/ballots/example/ballot.yml", "Proposals/ballots/example/result.yml",
      "Proposals/ballots/example/report.json",
      "Proposals/ballots/example/receipts/example.yml",
      "Proposals/ballots/example/replies/example.yml",
      "Proposals/ballots/example/dispositions/example.yml",
      "Proposals/ballots/example/originals/example.docx",
      "Proposals/surveys/example/survey.yml",
      "Proposals/surveys/example/responses/1/expert-0123456789ab.yml",
    ]

  /// The schema of the file at a path, or nil where the file is not a record.
  package static func schema(of path: String) -> Schema? { role(of: path).schema }

  /// The maximum size of the file at a path, in bytes.
  package static func limit(of path: String) -> Int {
    if path.hasSuffix(proposalName), case .proposal = role(of: path) { return Limits.proposal }
    if path.hasSuffix(reportName), case .ballot(_, .report) = role(of: path) {
      return Limits.report
    }
    if isOriginal(path) { return Limits.original }
    return path.hasSameBytes(as: changelogFile) ? Limits.changelog : Limits.record
  }

  static func stem(of name: String) -> String? {
    guard name.hasSuffix(".yml"), name.utf8.count > 4 else { return nil }
    return String(name.dropLast(4))
  }
}
