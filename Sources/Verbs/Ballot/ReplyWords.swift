package import Diagnostics
package import PortfolioModel

/// A reply as it is typed.
package struct ReplyWords: Sendable {
  package let voter: Identifier
  package let votes: [Int?: Vote]
  package let comments: [Comment]

  /// - Parameter votes: Each a vote, or several as `3=approve,4=disapprove`.
  /// - Parameter comments: Each a text, with what it is about before it: `4:te=TEXT`.
  package init(voter: String, votes: [String], comments: [String]) throws(Refusal) {
    guard let voter = Identifier(voter) else {
      throw Refusal(
        .usage, "'\(voter)' is not the id of a member", help: [Identifier.help(insteadOf: voter)])
    }
    self.voter = voter
    var answers: [Int?: Vote] = [:]
    for part in votes.flatMap({ $0.split(separator: ",").map(String.init) }) {
      let (number, word) = try ReplyWords.answer(part)
      guard answers.updateValue(word, forKey: number) == nil else {
        throw Refusal(
          .usage,
          number.map { "there are two votes on proposal \(Proposal.label($0))" }
            ?? "there are two votes on all proposals", help: ["give one"])
      }
    }
    guard answers[nil] == nil || answers.count == 1 else {
      throw Refusal(
        .usage, "there is a vote on all proposals, and one on some",
        help: ["give a vote on each: \(option: .vote, "3=approve,4=abstain")"])
    }
    self.votes = answers
    self.comments = comments.map(ReplyWords.comment)
  }

  private static func answer(_ text: String) throws(Refusal) -> (Int?, Vote) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard let word = parts.last, let vote = Vote(rawValue: word) else {
      let word = parts.last ?? ""
      throw Refusal(
        .usage, "'\(word)' is not a vote",
        help: [
          Nearest.hint(for: word, in: Vocabulary.vote.words, "the votes are", isClosed: true)
        ])
    }
    guard parts.count == 2 else { return (nil, vote) }
    guard let number = Int(parts[0]), number > 0 else {
      throw Refusal(
        .usage, "'\(parts[0])' is not the number of a proposal",
        help: ["write for example \(option: .vote, "3=approve,4=abstain")"])
    }
    return (number, vote)
  }

  /// A comment that names a proposal is a technical one, and others are general, unless they say so.
  private static func comment(_ text: String) -> Comment {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let head = parts[0].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let number = Int(head[0]), number > 0, head.count <= 2 else {
      return Comment(.general, proposal: nil, text)
    }
    guard head.count == 2 else { return Comment(.technical, proposal: number, parts[1]) }
    guard let kind = Comment.Kind(rawValue: head[1]) else {
      return Comment(.general, proposal: nil, text)
    }
    return Comment(kind, proposal: number, parts[1])
  }
}
