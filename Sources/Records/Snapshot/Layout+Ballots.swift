package import PortfolioModel

extension Layout {
  /// A file in the folder of a ballot.
  package enum BallotFile: Hashable, Sendable {
    case ballot, result
    case receipts(body: String)
    case replies(body: String)
    case dispositions(body: String)
    /// The report of what is voted on, as JSON: written when the ballot is opened.
    case report
    /// A form as it came: no verb reads it from here.
    case unread
  }

  /// The name of the folder of a ballot's forms, as they came in.
  package static let originalsName = "originals"

  package static let ballotsFolder = proposalsStart + "ballots"
  static let ballotsStart = proposalsStart + "ballots/"

  /// The start of the paths of all files of a ballot.
  package static func ballotStart(_ ballot: Identifier) -> String { "\(ballotsStart)\(ballot)/" }

  /// Where a ballot keeps a file as it came.
  package static func path(ofOriginal name: String, of ballot: Identifier) -> String {
    "\(ballotStart(ballot))originals/\(name)"
  }

  /// Whether a path is that of a file as it came, which is never read.
  package static func isOriginal(_ path: String) -> Bool {
    guard path.utf8.starts(with: ballotsStart.utf8), case .ballot(_, .unread) = role(of: path)
    else { return false }
    return path.split(separator: "/").dropFirst(3).first == "originals"
  }

  package static func path(of file: BallotFile, of ballot: Identifier) -> String {
    let start = ballotStart(ballot)
    return switch file {
    case .ballot: start + "ballot.yml"
    case .result: start + "result.yml"
    case .receipts(let body): start + "receipts/\(body).yml"
    case .replies(let body): start + "replies/\(body).yml"
    case .dispositions(let body): start + "dispositions/\(body).yml"
    case .report: start + "report.json"
    case .unread: start + "originals"
    }
  }

  /// The schema of a ballot's file; nil for other files, and for those that no verb reads.
  package static func schema(ofBallotAt path: String) -> Schema? {
    guard case .ballot(_, let file) = role(of: path) else { return nil }
    return file.schema
  }

  /// The kind of file by the steps of its path below the folder of all ballots.
  static func role(ofBallotFile steps: ArraySlice<String>) -> Role {
    guard let id = steps.first, Identifier(id) != nil else { return .unexpected }
    let rest = steps.dropFirst()
    guard let first = rest.first, let last = rest.last else { return .unexpected }
    switch (first, rest.count) {
    case ("ballot.yml", 1): return .ballot(id, .ballot)
    case ("result.yml", 1): return .ballot(id, .result)
    case ("report.json", 1): return .ballot(id, .report)
    // What git itself reads, such as attributes, does not come from anybody's forms.
    case (originalsName, 2): return last.hasPrefix(".") ? .unexpected : .ballot(id, .unread)
    case (_, 2):
      guard let body = stem(of: last) else { return .unexpected }
      switch first {
      case "receipts": return .ballot(id, .receipts(body: body))
      case "replies": return .ballot(id, .replies(body: body))
      case "dispositions": return .ballot(id, .dispositions(body: body))
      default: return .unexpected
      }
    default: return .unexpected
    }
  }
}

extension Layout.BallotFile {
  /// The stem of the file's name, where it is that of a body.
  var body: String? {
    switch self {
    case .receipts(let body), .replies(let body), .dispositions(let body): body
    case .ballot, .result, .report, .unread: nil
    }
  }
}
