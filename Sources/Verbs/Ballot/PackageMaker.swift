package import Diagnostics
import Exchange
import Forms
import Git
import PortfolioModel
import Records
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

  /// What goes to the voters on an occasion.
  func package(
    for issue: Ballot.Issue, of ballot: Ballot, _ surroundings: Surroundings,
    in workspace: borrowing Workspace
  ) throws(Refusal) -> BallotPackage {
    let ballot = ballot.asSent(issue)
    let round = ballot.round
    guard let base = ObjectID(hex: (round.number > 1 ? round.base : ballot.base) ?? "") else {
      throw Refusal(
        .refused,
        "round \(round.number) of ballot '\(ballot.id)' names no commit that it is on, from which its "
          + "package could be made")
    }
    let that = surroundings.on(round.opened)
    let report = try report(on: round.items.map(\.number), at: base, that, in: workspace)
    guard round.number > 1 else { return package(of: ballot, report) }
    let scope = DiffSnapshots.Scope.recirculated(
      ballot.id, from: ballot.items(before: round.number), to: round.items, at: base)
    let difference = DiffReport(
      try DiffSnapshots(scope, that).run(in: workspace), wording: wording)
    guard let entry = try workspace.snapshot(of: base).ballot(ballot.id) else {
      throw Refusal(.data, "the base of round \(round.number) does not hold the ballot")
    }
    return package(
      of: ballot, report, since: (BallotPast(entry, changes: difference.places), difference))
  }

  /// The fields of a ballot with the digests of what goes to the voters now.
  func sending(
    _ fields: Fields, of id: Identifier, _ surroundings: Surroundings,
    in workspace: borrowing Workspace
  ) throws(Refusal) -> Fields {
    if let problem = Schema.ballot.problems(in: fields).first {
      throw Refusal(.usage, "\(problem.path): \(problem.message)", help: problem.help)
    }
    guard let ballot = Ballot(id: id, fields: fields), let issue = ballot.issues.last else {
      preconditionFailure("the fields were judged")
    }
    let made = try package(for: issue, of: ballot, surroundings, in: workspace)
    return ballot.sending(made.digests(by: self))
  }

  /// - Parameter ballot: As it is when the package is sent.
  /// - Parameter past: What a later round stands on, and the report on what has changed.
  func package(
    of ballot: Ballot, _ report: DiffReport, since past: (BallotPast, report: DiffReport)? = nil
  ) -> BallotPackage {
    let portfolio = report.portfolioAfter
    let titles = report.proposalTitles
    let (voting, comments) = (VotingForm(of: ballot, titles: titles), CommentForm(emptyFor: ballot))
    let names = Dictionary(
      (portfolio.committee?.members ?? []).map { ($0.id, $0.person.name) }
    ) { first, _ in first }
    let letter = BallotLetter(
      on: ballot, subject: portfolio.description.title, titles: titles, names: names,
      whats: Dictionary(report.balloted.map { ($0.change.label, $0.what) }) { first, _ in first },
      files: BallotPackage.names(isAgain: past != nil), since: past?.0)
    let asked = AskedVote(on: ballot)
    let tables = TableReport(
      portfolio, preview: asked.preview(besides: portfolio.description.edition))
    var files = [
      "comment-form.csv": comments.csv,
      "comment-form.docx": comments.document.bytes,
      "letter.docx": letter.document.bytes,
      "letter.md": Array(letter.markdown.utf8),
      "report.html": Array(PageRenderer().render(report.asking(asked).report).utf8),
      "tables.html": Array(PageRenderer().render(tables.report).utf8),
      "voting-form.csv": voting.csv,
      "voting-form.docx": voting.document.bytes,
    ]
    if let past {
      files[BallotPackage.difference] = Array(
        PageRenderer().render(past.report.asking(asked).report).utf8)
    }
    return BallotPackage(files)
  }
}

/// What goes to the voters.
struct BallotPackage: Sendable {
  /// The file of a later round with what has become of the texts that were voted on.
  static let difference = "difference.html"

  /// The files in the order in which the letter names them, with what each is.
  ///
  /// - Parameter isAgain: Whether it is for a later round.
  static func names(isAgain: Bool) -> [(name: String, what: String)] {
    [("letter.docx", "this letter; letter.md is the same as text")]
      + (isAgain ? [(difference, "what has changed since the vote")] : [])
      + [
        ("report.html", "what each proposal changes, why, and what follows"),
        ("tables.html", "a preview of the tables, as they would print if all of this is approved"),
        ("voting-form.docx", "the voting form; voting-form.csv is the same for spreadsheets"),
        ("comment-form.docx", "the comment form; comment-form.csv is the same for spreadsheets"),
      ]
  }

  /// Sorted by name.
  let files: [(name: String, bytes: [UInt8])]

  init(_ files: [String: [UInt8]]) {
    self.files = files.sorted { $0.key.precedesBytewise($1.key) }.map { ($0.key, $0.value) }
  }

  func digests(by maker: PackageMaker) -> Ballot.Package {
    Ballot.Package(by: maker.version, files.map { Ballot.Package.File($0.name, $0.bytes) })
  }
}
