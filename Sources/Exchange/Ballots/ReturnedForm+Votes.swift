import Diagnostics
import Forms
import PortfolioModel

/// Rows of the voting form.
extension ReturnedForm {
  private static let marks: Set<String> = [
    "x", "✓", "✔", "☑", "☒", "√", "1", "y", "yes", "ok", "true", "ja", "oui", "sí", "si",
  ]
  /// A box that is not ticked, as Word leaves it: the same as an empty cell.
  private static let emptyBox = "☐"

  mutating func add(_ row: Sheet<VotingForm.Column>.Row, _ ballot: Ballot) {
    let votes = marked(in: row)
    let said = CellText.lines(row[.reasons])
    guard !votes.isEmpty || said != nil else { return }
    guard let proposal = proposal(in: row, ballot) else { return }
    let (body, bodyPlace) = (row[.body], row.place(of: .body))
    if votes.count > 1 {
      findings.append(
        FormFinding(
          "\(votes.count) answers are marked, and none was taken: "
            + votes.map(\.rawValue).listed,
          at: row.place(of: .answer(votes[1])), help: "mark one"))
    } else if let vote = votes.first {
      answers.append(
        Answer(
          body: body, proposal: proposal.number, vote: vote, place: row.place, bodyPlace: bodyPlace)
      )
    }
    guard let said else { return }
    // What is said of a proposal is technical, unless it goes with an approval.
    let isReason = votes.contains(.disapprove)
    remarks.append(
      Remark(
        body: body,
        comment: Comment(
          isReason ? .technical : .general, proposal: proposal.number, said),
        place: row.place(of: .reasons), bodyPlace: bodyPlace))
  }

  /// The answers that are marked in a row. A word that is no mark may mean the opposite of its column,
  /// as "no" below an approval does: it is found, and gives no vote.
  private mutating func marked(in row: Sheet<VotingForm.Column>.Row) -> [Vote] {
    var votes: [Vote] = []
    for vote in Vote.allCases {
      let text = row[.answer(vote)]
      guard !text.isEmpty, text != ReturnedForm.emptyBox else { continue }
      if ReturnedForm.marks.contains(text.asciiLowercased) {
        votes.append(vote)
      } else {
        findings.append(
          FormFinding(
            "'\(CellText.quoted(text))' is no mark, and was not taken",
            at: row.place(of: .answer(vote)),
            help: "mark one answer with x, and leave the others empty"))
      }
    }
    return votes
  }

  /// The proposal that a row is about: its number, or nil for all; nil where it can't be told.
  private mutating func proposal(
    in row: Sheet<VotingForm.Column>.Row, _ ballot: Ballot
  ) -> (number: Int?, Void)? {
    let text = row[.proposal]
    if text.asciiLowercased == VotingForm.all || (text.isEmpty && ballot.voteOn == .package) {
      return (nil, ())
    }
    let digits = text.utf8.drop { !(0x30...0x39).contains($0) }.prefix {
      (0x30...0x39).contains($0)
    }
    let number = Int(String(decoding: Array(digits), as: UTF8.self))
    if let number, ballot.voteOn == .each, ballot.item(number) != nil { return (number, ()) }
    findings.append(
      FormFinding(
        text.isEmpty
          ? "the row names no proposal, and was not taken"
          : ballot.voteOn == .package
            ? "'\(CellText.quoted(text))': one vote is asked for on all proposals together; the row was not taken"
            : "'\(CellText.quoted(text))' is no proposal of this ballot, and the row was not taken",
        at: row.place(of: .proposal),
        help: ballot.voteOn == .package
          ? "write '\(VotingForm.all)'"
          : "its proposals are: \(ballot.items.map(\.label).listed)"))
    return nil
  }
}
