import Diagnostics
import Forms
package import PortfolioModel

extension CommentForm {
  /// The comments of all bodies with the answers that there are: the agenda of the meeting that
  /// resolves them, and afterwards what it resolved. The first column holds their ids.
  package init(collating entry: BallotEntry, of ballot: Ballot) {
    self.init(
      of: ballot, on: entry.result?.date ?? ballot.ended?.date ?? ballot.closes,
      entry.collated.map { id, comment in
        var row = Row()
        row.body = id.description
        row.line = comment.line ?? ""
        row.clause = comment.clause ?? ""
        row.place =
          comment.about ?? comment.paragraph
          ?? comment.proposal.map { "Proposal \(Proposal.label($0))" } ?? ""
        row.type = comment.kind.rawValue
        row.comment = comment.text.trimmed
        row.change = comment.change?.trimmed ?? ""
        row.observation = entry.disposition(of: id).map(Observation.text) ?? ""
        return row
      }, blanks: 0)
  }

  /// The form as a Word document.
  package var docx: [UInt8] { document.bytes }
}

/// The cell in which the secretariat answers a comment.
package struct Observation: Hashable, Sendable {
  /// Nil where the answer is that of another comment: ``sameAs``.
  package let answer: Disposition.Answer?
  package let because: String?
  package let sameAs: Comment.ID?
  package let agreed: Disposition.Agreement?

  private static let agreedMark = "agreed:"
  private static let sameMark = "same as "
  /// What else secretaries write.
  private static let others: [(String, Disposition.Answer)] = [
    ("agreed in principle", .acceptedInPrinciple), ("not accepted", .rejected),
    ("partially accepted", .acceptedInPrinciple), ("accept", .accepted), ("reject", .rejected),
    ("note", .noted),
  ]

  /// An answer as the form shows it: "Rejected: The survey counts nine.", and below it the meeting
  /// that agreed.
  static func text(_ disposition: Disposition) -> String {
    let words = disposition.answer.phrase.capitalisedFirst
    let lines: [String?] = [
      words + (disposition.because.map { ": \($0)" } ?? ""),
      disposition.sameAs.map { "Same as \($0)" },
      disposition.agreed.map { "Agreed: \($0.phrase)" },
    ]
    return lines.compactMap { $0 }.joined(separator: "\n")
  }

  /// Reads such a cell; nil where it begins with no answer.
  package init?(_ text: String) {
    var lines = text.split(separator: "\n").map { String($0).trimmed }
    agreed = lines.last { $0.asciiLowercased.hasPrefix(Observation.agreedMark) }
      .flatMap { Disposition.Agreement(String($0.dropFirst(Observation.agreedMark.count))) }
    sameAs = lines.last { $0.asciiLowercased.hasPrefix(Observation.sameMark) }
      .flatMap { Comment.ID(String($0.dropFirst(Observation.sameMark.count)).trimmed) }
    let (hasMeeting, hasSame) = (agreed != nil, sameAs != nil)
    lines.removeAll { line in
      let low = line.asciiLowercased
      return hasMeeting && low.hasPrefix(Observation.agreedMark)
        || hasSame && low.hasPrefix(Observation.sameMark)
    }
    let words = lines.joined(separator: " ")
    let low = words.asciiLowercased
    let known =
      Disposition.Answer.allCases.flatMap { [($0.phrase, $0), ($0.rawValue, $0)] }
      + Observation.others
    let matches = known.filter { phrase, _ in
      guard low.hasPrefix(phrase) else { return false }
      let next = low.dropFirst(phrase.count).first
      return next.map { !$0.isLetter && $0 != "-" } ?? true
    }
    guard let (phrase, answer) = matches.max(by: { $0.0.count < $1.0.count }) else {
      guard hasSame, words.isEmpty else { return nil }
      (self.answer, because) = (nil, nil)
      return
    }
    self.answer = answer
    let marks: Set<Character> = [" ", ":", ".", ",", ";", "-", "–", "—"]
    because = CellText.line(String(words.dropFirst(phrase.count).drop { marks.contains($0) }))
  }
}
