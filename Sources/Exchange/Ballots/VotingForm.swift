package import Forms
package import PortfolioModel

/// The form on which a body votes: a row for each proposal, or one for all, and a column for each
/// answer, one of which is marked.
package struct VotingForm: Sendable {
  package enum Column: Hashable, Sendable {
    case body, proposal, title
    case answer(Vote)
    case reasons
  }

  package static let columns: [Sheet<Column>.Expected] = [
    .init(.body, "MB/NC", or: ["MB", "Member body"], isNeeded: false),
    .init(.proposal, "Proposal"),
    .init(.title, "Title", isNeeded: false),
    .init(.answer(.approve), "Approve"),
    .init(.answer(.approveWithComments), "Approve with comments"),
    .init(.answer(.disapprove), "Disapprove with reasons", or: ["Disapprove"]),
    .init(.answer(.abstain), "Abstain"),
    .init(.reasons, "Reasons or comments", or: ["Reasons", "Comments"], isNeeded: false),
  ]

  /// What stands in the column of the proposal where there is one vote on all.
  package static let all = "all"

  private static let widths = [26, 19, 80, 20, 24, 24, 18, 56]

  private let ballot: Ballot
  private let titles: [Int: String]

  /// - Parameter titles: Of the proposals, by number.
  package init(of ballot: Ballot, titles: [Int: String]) {
    (self.ballot, self.titles) = (ballot, titles)
  }

  private var rows: [(proposal: String, title: String)] {
    ballot.voteOn == .each
      ? ballot.round.items.map { ($0.label, titles[$0.number] ?? "") }
      : [
        (
          VotingForm.all,
          "\(ballot.title): "
            + ballot.round.items.map { "\($0.label) \(titles[$0.number] ?? "")" }.listed
        )
      ]
  }

  package var document: FormDocument {
    let headings = VotingForm.columns.map { $0.column == .body ? "MB/NC1" : $0.heading }
    let cells = rows.map { row in
      FormTable.Row(
        [FormTable.Cell(), .init(FormText(row.proposal), isShaded: true)]
          + [.init(FormText(row.title), isShaded: true)]
          + Array(repeating: FormTable.Cell(), count: 5))
    }
    let asks =
      ballot.voteOn == .each
      ? "Mark one answer for each proposal with an x." : "Mark one answer with an x."
    return FormDocument(
      .landscape,
      header: [
        FormHead("Voting form", of: ballot, on: ballot.sentOn).line(), .paragraph(""),
      ],
      body: [
        .heading(FormText(ballot.title), level: 0),
        .paragraph(
          FormText([
            .plain("\(asks) A disapproval gives its reasons: here, or on the comment form. "),
            .bold("Voting closes on \(ballot.closes) (\(ballot.zone), that day included)."),
          ])),
        .table(
          FormTable(
            widths: VotingForm.widths, headingRows: 1,
            rows: [FormHead.headings(headings, widths: VotingForm.widths)] + cells)),
        .paragraph(""), .paragraph("Voter and date:"),
      ],
      footer: [FormHead.bodies, FormHead.pages])
  }

  package var csv: [UInt8] {
    FormSheet.bytes(
      [VotingForm.columns.map(\.heading)]
        + rows.map { ["", $0.proposal, $0.title] + Array(repeating: "", count: 5) })
  }
}
