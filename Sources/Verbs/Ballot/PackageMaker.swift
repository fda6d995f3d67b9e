package import Diagnostics
import Exchange
import Forms
import Git
import PortfolioModel
import Reports
import Store

/// Makes what goes to the voters, from nothing but what a ballot freezes and the commit that it is
/// on: the same bytes each time.
package struct PackageMaker: Sendable {
  /// The version of this tool.
  package let version: String
  package let wording: @Sendable (Hint) -> String

  package init(version: String, wording: @escaping @Sendable (Hint) -> String) {
    (self.version, self.wording) = (version, wording)
  }

  /// The report on proposals as a commit holds them.
  ///
  /// - Parameter surroundings: Of the day on which the ballot is opened.
  func report(
    on proposals: [Int], at base: ObjectID, _ surroundings: Surroundings,
    in workspace: borrowing Workspace
  ) throws(Refusal) -> DiffReport {
    DiffReport(
      try DiffSnapshots(.balloted(proposals, at: base), surroundings).run(in: workspace),
      wording: wording)
  }

  func json(of report: DiffReport) throws(Refusal) -> String {
    do {
      return try JSONText.of(report.json)
    } catch {
      throw Refusal(.cantWrite, "the report can't be written as JSON: \(error)")
    }
  }

  /// - Parameter fields: What the ballot freezes.
  func package(
    of id: Identifier, _ fields: Fields, _ report: DiffReport
  ) -> BallotPackage {
    guard let ballot = Ballot(id: id, fields: fields)?.asOpened else {
      preconditionFailure("the fields were judged")
    }
    let input = report.balloted
    let portfolio = report.portfolioAfter
    let titles = report.proposalTitles
    let (voting, comments) = (VotingForm(of: ballot, titles: titles), CommentForm(emptyFor: ballot))
    let names = Dictionary(
      (portfolio.committee?.members ?? []).map { ($0.id, $0.person.name) }
    ) { first, _ in first }
    let texts = BallotPackage.names
    let letter = BallotLetter(
      on: ballot, subject: portfolio.description.title, titles: titles,
      names: names,
      whats: Dictionary(input.map { ($0.change.label, $0.what) }) { first, _ in first },
      files: texts)
    return BallotPackage([
      "comment-form.csv": comments.csv,
      "comment-form.docx": comments.document.bytes,
      "letter.docx": letter.document.bytes,
      "letter.md": Array(letter.markdown.utf8),
      "report.html": Array(PageRenderer().render(report.report).utf8),
      "tables.html": Array(PageRenderer().render(TableReport(portfolio).report).utf8),
      "voting-form.csv": voting.csv,
      "voting-form.docx": voting.document.bytes,
    ])
  }
}

/// What goes to the voters.
struct BallotPackage: Sendable {
  /// The files in the order in which the letter names them, with what each is.
  static let names: [(name: String, what: String)] = [
    ("letter.docx", "this letter; letter.md is the same as text"),
    ("report.html", "what each proposal changes, why, and what follows"),
    ("tables.html", "the tables as they would print with all proposals"),
    ("voting-form.docx", "the voting form; voting-form.csv is the same for spreadsheets"),
    ("comment-form.docx", "the comment form; comment-form.csv is the same for spreadsheets"),
  ]

  /// Sorted by name.
  let files: [(name: String, bytes: [UInt8])]

  init(_ files: [String: [UInt8]]) {
    self.files = files.sorted { $0.key.precedesBytewise($1.key) }.map { ($0.key, $0.value) }
  }

  func digests(by maker: PackageMaker) -> Ballot.Package {
    Ballot.Package(by: maker.version, files.map { Ballot.Package.File($0.name, $0.bytes) })
  }
}
