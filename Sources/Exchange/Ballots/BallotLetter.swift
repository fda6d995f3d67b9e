import Diagnostics
package import Forms
package import PortfolioModel

/// The letter that asks the bodies for their votes: what is asked, until when, by which rule the
/// votes are counted, and how to answer.
package struct BallotLetter: Sendable {
  private let ballot: Ballot
  /// What the proposals are on, such as the title of a standard.
  private let subject: String
  private let titles: [Int: String]
  /// What the members are called.
  private let names: [Identifier: String]
  /// What the changes do, by label.
  private let whats: [String: String]
  /// The files of the package with what each is.
  private let files: [(name: String, what: String)]
  /// What a later round stands on.
  private let before: BallotPast?

  /// - Parameter ballot: As it is when the letter is sent.
  /// - Parameter before: Nil for the first round.
  package init(
    on ballot: Ballot, subject: String, titles: [Int: String], names: [Identifier: String],
    whats: [String: String], files: [(name: String, what: String)], since before: BallotPast? = nil
  ) {
    (self.ballot, self.subject, self.titles) = (ballot, subject, titles)
    (self.names, self.whats, self.files) = (names, whats, files)
    self.before = before
  }

  package var document: FormDocument {
    FormDocument(
      .portrait,
      header: [
        FormHead("Ballot '\(ballot.id)'", of: ballot, on: ballot.sentOn).line([60, 50, 60, 75]),
        .paragraph(""),
      ],
      body: blocks, footer: [FormHead.pages])
  }

  /// The same as Markdown.
  package var markdown: String {
    var (text, wasItem) = (MarkdownText.escaped(headLine) + "\n", false)
    for block in blocks {
      guard let part = BallotLetter.markdown(block) else { continue }
      let isItem = if case .item = block { true } else { false }
      text += (isItem && wasItem ? "" : "\n") + part + "\n"
      wasItem = isItem
    }
    return text
  }

  private var headLine: String {
    ([
      "Ballot '\(ballot.id)'", "Date: \(ballot.sentOn)",
    ] + (ballot.document.map { ["Document: \($0)"] } ?? [])
      + (ballot.project.map { ["Project: \($0)"] } ?? [])).joined(separator: "; ")
  }

  private var blocks: [FormDocument.Block] {
    var blocks: [FormDocument.Block] = [
      .heading(FormText(ballot.title), level: 0), .paragraph(FormText(asks)),
      table(
        ["Proposal", "Title"], [20, 150],
        ballot.round.items.map { [$0.label, titles[$0.number] ?? ""] }),
    ]
    blocks += dates
    if let before { blocks += past(before) }
    blocks += [.heading("How to answer")] + answering.map { .item(FormText($0)) }
    blocks.append(.heading("How the votes are counted"))
    blocks += ballot.rule.sentences.map { .item(FormText($0)) }
    blocks += [
      .heading("Who votes"),
      table(
        ["Body", "Id", "Status", "Voter"], [70, 40, 30, 40],
        ballot.bodies.map { [$0.name, $0.id.text, $0.status.rawValue, voters(of: $0)] }),
      .heading("The changes"),
      table(
        ["Change", "Place", "What changes"], [16, 62, 92],
        ballot.askedChanges.map { [$0.label, $0.place, whats[$0.label] ?? ""] }),
      .heading("What comes with this letter"),
    ]
    return blocks + files.map { .item(FormText([.bold($0.name), .plain(": \($0.what)")])) }
  }

  private var asks: String {
    let count = ballot.round.items.count.counted("proposal")
    let each =
      ballot.round.items.count == 1
      ? "Your vote is asked for on it."
      : ballot.voteOn == .each
        ? "Your vote is asked for on each of these."
        : "One vote is asked for on all of them together."
    guard ballot.round.number > 1 else {
      return "The committee puts \(count) on \(subject) to vote. \(each)"
    }
    return "The committee puts \(count) on \(subject) to vote once more, changed in answer to "
      + "comments: this is round \(ballot.round.number). \(each) A body that does not answer keeps its "
      + "vote."
  }

  private var dates: [FormDocument.Block] {
    let more = ballot.round.extended.last.map { closes, event in
      FormText("Voting was extended to \(closes) on \(event.date): \(event.because ?? "")")
    }
    return [
      .heading("Dates"),
      .paragraph(
        FormText([
          .plain("Voting is open from \(ballot.round.opened) and "),
          .bold("closes on \(ballot.closes)"), .plain(" (\(ballot.zone), that day included)."),
        ])),
    ] + (more.map { [.paragraph($0)] } ?? [])
  }

  /// What has changed since the vote, and the negative votes that stand.
  private func past(_ before: BallotPast) -> [FormDocument.Block] {
    let changed: FormDocument.Block =
      before.changes.isEmpty
      ? .paragraph("Nothing that the tables print.")
      : table(
        ["Place", "What has changed"], [62, 108], before.changes.map { [$0.place, $0.what] })
    let negatives: FormDocument.Block =
      before.negatives.isEmpty
      ? .paragraph("There is none.")
      : table(
        ["Body", "Proposal", "Comment", "Answer"], [30, 20, 70, 60],
        before.negatives.map { [$0.body, $0.proposal, $0.comment, $0.answer] })
    return [
      .heading("What has changed since the vote"), changed,
      .heading("Negative votes that stand"), negatives,
    ]
  }

  private func voters(of body: Committee.Body) -> String {
    [body.voter, body.substitute].compactMap { $0 }.map { names[$0] ?? $0.text }.alternatives
  }

  private var answering: [String] {
    [
      ballot.voteOn == .each
        ? "On the voting form, mark one answer for each proposal."
        : "On the voting form, mark one answer.",
      "A disapproval says why, in technical terms, and what would turn it into an approval.",
      "On the comment form each change has a row already: comment in the rows that you choose, and "
        + "leave the others as they are. For a comment on something else add a row, and name its "
        + "clause.",
      "The type of a comment is ge (general), te (technical) or ed (editorial).",
      "Both forms come as Word documents and as CSV; send back whichever you filled in, to the "
        + "secretariat. What you send stays sealed until voting ends. Until then a later reply "
        + "replaces an earlier one.",
    ]
      + (ballot.bodies.contains { !$0.status.votes } ? ["A liaison comments and never votes."] : [])
  }

  private func table(
    _ headings: [String], _ widths: [Int], _ rows: [[String]]
  ) -> FormDocument.Block {
    .table(
      FormTable(
        widths: widths, headingRows: 1,
        rows: [FormHead.headings(headings, widths: widths)]
          + rows.map { FormTable.Row($0.map { .init(FormText($0)) }) }))
  }

  // MARK: - Markdown

  private static func markdown(_ block: FormDocument.Block) -> String? {
    switch block {
    case .heading(let text, let level):
      String(repeating: "#", count: level + 1) + " " + markdown(text)
    case .paragraph(let text): markdown(text)
    case .item(let text): "- " + markdown(text)
    case .table(let table):
      table.rows.enumerated().map { index, row in
        let line = "| " + row.cells.map { markdown($0.text) }.joined(separator: " | ") + " |"
        guard index == 0 else { return line }
        return line + "\n|" + String(repeating: " --- |", count: row.cells.count)
      }.joined(separator: "\n")
    case .pageBreak: nil
    }
  }

  private static func markdown(_ text: FormText) -> String {
    let words = text.parts.map { part in
      switch part {
      case .plain(let text), .italic(let text), .superscript(let text), .bold(let text): text
      case .page, .pages: ""
      }
    }
    return MarkdownText.escaped(words.joined())
  }
}
