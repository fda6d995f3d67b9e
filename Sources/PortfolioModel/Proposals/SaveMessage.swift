extension SaveMessage.BallotStep {
  fileprivate func text(_ id: Identifier) -> String {
    switch self {
    case .open: "Open ballot \(id)"
    case .extend: "Extend ballot \(id)"
    case .end: "End voting in ballot \(id)"
    case .cancel: "Cancel ballot \(id)"
    case .recirculate: "Recirculate ballot \(id)"
    case .receipt(let bodies) where bodies.count == 1:
      "Take a reply of \(bodies[0]) to ballot \(id)"
    case .receipt(let bodies):
      "Take replies of \(bodies.map(\.text).conjunction) to ballot \(id)"
    case .dispose(let comments) where comments.count == 1:
      "Answer comment \(comments[0]) in ballot \(id)"
    case .dispose(let comments): "Answer \(comments.count) comments in ballot \(id)"
    case .satisfied(let comment): "Record the word on comment \(comment) in ballot \(id)"
    case .lost(let body): "Declare a reply of \(body) to ballot \(id) lost"
    case .judge(let body): "Judge the negative vote of \(body) in ballot \(id)"
    }
  }
}

extension SaveMessage.SurveyStep {
  fileprivate func text(_ id: Identifier) -> String {
    switch self {
    case .open: "Open survey \(id)"
    case .receipt(let expert): "Take answers of \(expert) to survey \(id)"
    case .close: "Close a round of survey \(id)"
    case .round: "Open another round of survey \(id)"
    }
  }
}

/// The message of a commit by which a verb saves what it wrote below `Proposals/`.
package enum SaveMessage: Hashable, Sendable {
  case propose(Int, title: String)
  case update(Int, title: String)
  case open(Int)
  case refresh(Int)
  case reject(Int)
  case withdraw(Int)
  case takeOver(Int)
  /// Changes of a proposal move into another, whose authors the people are too.
  case split(Int, to: Int, people: [String])
  case review(Int, ReviewVerdict)
  /// A chair settles the objection of a member, who is named by the stem of the review's file.
  case settle(Int, of: String)
  /// A step of a ballot.
  case ballot(Identifier, BallotStep)
  /// A step of a survey.
  case survey(Identifier, SurveyStep)
  /// What was edited by hand, of some proposals or of none.
  case edits([Int])

  package enum BallotStep: Hashable, Sendable {
    case open, extend, end, cancel, recirculate
    /// Replies of bodies came in; what they say is sealed.
    case receipt([Identifier])
    case dispose([Comment.ID])
    case judge(Identifier)
    /// Replies of a body can't be opened any more.
    case lost(Identifier)
    /// What a commenter said of the answer.
    case satisfied(Comment.ID)
  }

  package enum SurveyStep: Hashable, Sendable {
    case open, close, round
    /// Answers of an expert came in, who is named by the pseudonym; what they say is sealed.
    case receipt(Identifier)
  }

  package var text: String {
    switch self {
    case .survey(let id, let step): step.text(id)
    case .ballot(let id, let step): step.text(id)
    case .propose(let number, let title): "Propose \(Proposal.label(number)): \(title)"
    case .update(let number, let title): "Update \(Proposal.label(number)): \(title)"
    case .open(let number): "Open proposal \(Proposal.label(number))"
    case .refresh(let number): "Refresh proposal \(Proposal.label(number))"
    case .reject(let number): "Reject proposal \(Proposal.label(number))"
    case .withdraw(let number): "Withdraw proposal \(Proposal.label(number))"
    case .takeOver(let number): "Take over proposal \(Proposal.label(number))"
    case .split(let number, let new, _):
      "Split proposal \(Proposal.label(number)): changes go to \(Proposal.label(new))"
    case .review(let number, let verdict):
      "Review proposal \(Proposal.label(number)): \(verdict.rawValue)"
    case .settle(let number, let member):
      "Settle the objection of \(member) to proposal \(Proposal.label(number))"
    case .edits(let numbers) where numbers.isEmpty: "Edit files of no proposal"
    case .edits(let numbers):
      "Edit proposal\(numbers.count == 1 ? "" : "s") "
        + numbers.map(Proposal.label).joined(separator: ", ")
    }
  }

  /// What follows the first line in a commit: the people who count as authors of a split proposal.
  package var trailers: String {
    guard case .split(_, _, let people) = self, !people.isEmpty else { return "" }
    return "\n\n" + people.map { "Co-authored-by: \($0) <\($0)>\n" }.joined()
  }

  /// Whether a commit's message is one of these, by its first line.
  package static func isOne(_ message: String) -> Bool {
    let line = String(Substring(message.utf8.prefix { $0 != UInt8(ascii: "\n") }))
    if line.hasSameBytes(as: SaveMessage.edits([]).text) { return true }
    if ballotHeads.contains(where: { line.hasPrefix($0) }) { return line.contains("ballot ") }
    if surveyHeads.contains(where: { line.hasPrefix($0) }) { return line.contains("survey ") }
    if line.hasPrefix("Settle the objection of ") { return line.contains(" to proposal ") }
    return heads.contains { head in
      line.hasPrefix(head)
        && line.utf8.dropFirst(head.utf8.count).prefix(4).count(where: {
          (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }) == 4
    }
  }

  /// What the steps of a ballot begin with that can be taken back; what the end opened stays.
  private static let ballotHeads = [
    "Open ballot ", "Extend ballot ", "Cancel ballot ", "Recirculate ballot ", "Take a reply of ",
    "Take replies of ",
    "Answer comment ", "Answer ", "Record the word on comment ", "Judge the negative vote of ",
  ]

  /// The same of a survey: a round that was closed stays so.
  private static let surveyHeads = [
    "Open survey ", "Take answers of ", "Open another round of survey ",
  ]

  /// What stands before the number of a proposal.
  private static let heads = [
    "Propose ", "Update ", "Open proposal ", "Refresh proposal ", "Reject proposal ",
    "Withdraw proposal ", "Take over proposal ", "Split proposal ", "Review proposal ",
    "Edit proposal ", "Edit proposals ",
  ]
}
