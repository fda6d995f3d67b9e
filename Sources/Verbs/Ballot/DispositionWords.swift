package import Diagnostics
package import PortfolioModel

/// Answers to comments as they are typed: the comments, then the answer.
package struct DispositionWords: Sendable {
  package let comments: [Comment.ID]
  package let request: DisposeComments.Request

  package init(
    _ words: [String], sameAs: String?, because: String?, agreed: String?,
    reopened: String? = nil
  ) throws(Refusal) {
    let answer = words.last.flatMap(Disposition.Answer.init)
    var comments: [Comment.ID] = []
    for word in answer == nil ? words : words.dropLast() {
      let comment = try DispositionWords.comment(word, isLast: word == words.last)
      if !comments.contains(comment) { comments.append(comment) }
    }
    self.comments = comments
    let same = try sameAs.map { text throws(Refusal) in
      try DispositionWords.comment(text, isLast: false)
    }
    request = DisposeComments.Request(
      answer, because: because, sameAs: same, agreed: try DispositionWords.agreement(agreed),
      reopened: reopened)
  }

  /// The meeting or consultation that a text names.
  package static func agreement(_ text: String?) throws(Refusal) -> Disposition.Agreement? {
    guard let text else { return nil }
    guard let agreement = Disposition.Agreement(text) else {
      throw Refusal(
        .usage, "'\(text)' is not a meeting and a date",
        help: ["write for example 'Plenary, 2026-11-23, Resolution 4'"])
    }
    return agreement
  }

  private static func comment(_ word: String, isLast: Bool) throws(Refusal) -> Comment.ID {
    if let comment = Comment.ID(word) { return comment }
    let answers = Nearest.hint(
      for: word, in: Vocabulary.answer.words, "the answers are", isClosed: true)
    throw Refusal(
      .usage, "'\(word)' is neither a comment, such as 'de-1', nor an answer",
      help: isLast ? [answers] : [])
  }
}
