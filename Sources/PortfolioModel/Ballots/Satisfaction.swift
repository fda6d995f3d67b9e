/// Whether a commenter is satisfied with the answer to a comment. It is recorded with the commenter's
/// own message, and changes no vote.
package struct Satisfaction: Hashable, Sendable {
  package enum Word: String, CaseIterable, Sendable {
    case satisfied
    case notSatisfied = "not-satisfied"
    /// The commenter takes the comment back.
    case withdrawn

    package var phrase: String { self == .notSatisfied ? "not satisfied" : rawValue }
  }

  package let comment: Comment.ID
  package let word: Word
  package let date: CalendarDate
  /// The officer who recorded it.
  package let by: Person
  /// The commenter's message.
  package let message: Original

  package init(
    of comment: Comment.ID, _ word: Word, date: CalendarDate, by: Person, message: Original
  ) {
    (self.comment, self.word) = (comment, word)
    (self.date, self.by, self.message) = (date, by, message)
  }

  init?(_ fields: Fields) {
    guard let comment = fields.text("comment").flatMap({ Comment.ID($0) }),
      let word = fields.text("is").flatMap(Word.init),
      let date = fields.text("date").flatMap({ CalendarDate($0) }),
      let by = fields.text("by").flatMap({ Person($0) }), let message = Original(fields)
    else { return nil }
    self.init(of: comment, word, date: date, by: by, message: message)
  }

  /// Those of a file.
  package static func all(in fields: Fields) -> [Satisfaction] {
    fields.list("satisfied").compactMap { $0.fields.flatMap(Satisfaction.init) }
  }

  package var fields: Fields {
    var fields = Fields([
      Fields.Entry("comment", .text(comment.description)), Fields.Entry("is", .text(word.rawValue)),
      Fields.Entry("date", .text(date.description)), Fields.Entry("by", .text(by.description)),
    ])
    for entry in message.fields.entries { fields[entry.name] = entry.value }
    return fields
  }
}

/// A file that is kept as it came, below the folder `originals` of a ballot.
package struct Original: Hashable, Sendable {
  /// Its name in that folder.
  package let name: String
  /// Its git blob id, 40 hexadecimal digits.
  package let content: String

  package init(_ name: String, content: String) { (self.name, self.content) = (name, content) }

  init?(_ fields: Fields) {
    guard let name = fields.text("file"), let content = fields.text("content") else { return nil }
    self.init(name, content: content)
  }

  package var fields: Fields {
    Fields([Fields.Entry("file", .text(name)), Fields.Entry("content", .text(content))])
  }
}
