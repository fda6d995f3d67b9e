package import Diagnostics
import Exchange
package import Git
import PortfolioModel
import Records
import Reports
package import Store

/// What follows from the commit of an edition, as files: data, tables, changelog, results of ballots and
/// surveys, keys, and the objects of the history.
package struct EditionParts: Sendable {
  package typealias File = (name: String, content: [UInt8])

  /// Sorted by name; the first step of a name is its part.
  package let files: [File]

  package init(
    of commit: ObjectID, in workspace: borrowing Workspace, _ surroundings: Surroundings
  ) throws(Refusal) {
    let snapshot = try workspace.snapshot(of: commit)
    let portfolio = try snapshot.readable()
    var files = EditionParts.data(snapshot)
    files.append(("changelog/CHANGELOG.md", Array(ChangelogFile(snapshot).text.utf8)))
    files += EditionParts.tables(portfolio)
    files += try EditionParts.exports(portfolio)
    files += EditionParts.ballots(snapshot)
    files += EditionParts.surveys(snapshot, portfolio)
    files.append(("keys/members", Array(EditionParts.keys(portfolio.committee).utf8)))
    files += try EditionObjects(of: commit, in: workspace).files
    self.files = files.sorted { $0.name.precedesBytewise($1.name) }
  }

  /// The parts, in their order; each is a folder.
  private enum Part: String, CaseIterable {
    case ballots, changelog, data, exports, keys, objects, surveys, tables

    /// What a reader calls it.
    var words: String {
      switch self {
      case .ballots: "the stories of the ballots"
      case .changelog: "the changelog"
      case .data: "the records"
      case .exports: "the exports"
      case .keys: "the members' keys"
      case .objects: "the history"
      case .surveys: "the reports of the surveys"
      case .tables: "the printed tables"
      }
    }
  }

  /// The names of the parts, in their order.
  package static let names = Part.allCases.map(\.rawValue)

  /// What a reader calls a part.
  static func words(for part: String) -> String {
    Part(rawValue: part)?.words ?? "a part of no known name"
  }

  /// The part that a file belongs to.
  package static func part(of name: String) -> String {
    String(name.prefix { $0 != "/" })
  }

  /// The SHA-256 of each part: of a line for each of its files, with the file's own and its name.
  package var digests: [String: String] { EditionParts.digests(of: files) }

  package static func digests(of files: [File]) -> [String: String] {
    var lines: [String: String] = [:]
    for name in names { lines[name] = "" }
    for file in files {
      lines[part(of: file.name), default: ""] += "\(SHA256.hex(of: file.content))  \(file.name)\n"
    }
    return lines.mapValues { SHA256.hex(of: Array($0.utf8)) }
  }

  /// The records, rules, ledger and use cases, as they are stored.
  private static func data(_ snapshot: Snapshot) -> [File] {
    snapshot.files.paths.compactMap { path in
      guard path.hasPrefix(Layout.portfolioStart), !path.hasSameBytes(as: Layout.changelogFile),
        let bytes = snapshot.files.bytes(path)
      else { return nil }
      return ("data/" + path.dropFirst(Layout.portfolioStart.count), bytes)
    }
  }

  private static func tables(_ portfolio: Portfolio) -> [File] {
    let tables = TableReport(portfolio)
    return [
      ("tables/tables.html", Array(PageRenderer().render(tables.report).utf8)),
      ("tables/tables.md", Array(MarkdownRenderer().render(tables.report).utf8)),
    ]
  }

  /// The portfolio in every form that others take.
  private static func exports(_ portfolio: Portfolio) throws(Refusal) -> [File] {
    let export = ExportPortfolio(portfolio)
    return try ExportFormat.allCases.map { format throws(Refusal) in
      ("exports/\(format.fileName)", Array(try export.text(as: format).utf8))
    }
  }

  /// The stories of the ballots, which are all closed.
  private static func ballots(_ snapshot: Snapshot) -> [File] {
    snapshot.ballots.compactMap { entry in
      guard let ballot = entry.ballot else { return nil }
      let titles = ballot.items.reduce(into: [Int: String]()) { titles, item in
        titles[item.number] = snapshot.proposal(item.number)?.proposal?.title
      }
      let story = BallotStory(entry, ballot, titles: titles)
      return (
        "ballots/\(entry.id).md", Array(MarkdownRenderer().render(story.report).utf8)
      )
    }
  }

  /// What the experts of each survey said, of which a round has ended; other answers are sealed.
  private static func surveys(_ snapshot: Snapshot, _ portfolio: Portfolio) -> [File] {
    snapshot.surveys.compactMap { entry in
      guard let survey = entry.survey, survey.isOpened else { return nil }
      let report = SurveyReport(entry, survey, in: portfolio).report
      return ("surveys/\(entry.id).md", Array(MarkdownRenderer().render(report).utf8))
    }
  }

  /// The members' keys of the day of the edition, as `ssh-keygen` reads allowed signers.
  private static func keys(_ committee: Committee?) -> String {
    (committee?.members ?? []).flatMap { member in
      member.keys.map { "\(member.id) \($0)\n" }
    }.joined()
  }
}
