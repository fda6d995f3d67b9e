/// One comment of a body on what is balloted.
package struct Comment: Hashable, Sendable {
  /// The type, as the comment form of ISO knows it.
  package enum Kind: String, CaseIterable, Sendable {
    case general = "ge"
    case technical = "te"
    case editorial = "ed"
  }

  /// The stable id of a comment: its body and its number among the body's comments, from 1.
  package struct ID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let body: Identifier
    package let number: Int

    package init(_ body: Identifier, _ number: Int) { (self.body, self.number) = (body, number) }

    /// Returns nil where the text is not `BODY-NUMBER`.
    package init?(_ text: String) {
      guard let dash = text.lastIndex(of: "-"), let body = Identifier(String(text[..<dash])),
        let number = Int(text[text.index(after: dash)...]), number > 0
      else { return nil }
      self.init(body, number)
      guard description.hasSameBytes(as: text) else { return nil }
    }

    package static func < (lhs: ID, rhs: ID) -> Bool {
      lhs.body == rhs.body ? lhs.number < rhs.number : lhs.body < rhs.body
    }

    package var description: String { "\(body)-\(number)" }
  }

  package let kind: Kind
  /// The proposal that it is about; nil where it is about all.
  package let proposal: Int?
  /// What it is about, in the words of the form.
  package let about: String?
  /// The number of a line.
  package let line: String?
  package let clause: String?
  /// A paragraph, figure or table, where that is no change.
  package let paragraph: String?
  package let text: String
  /// The change that the body proposes.
  package let change: String?

  package init(
    _ kind: Kind, proposal: Int?, about: String? = nil, line: String? = nil, clause: String? = nil,
    paragraph: String? = nil, _ text: String, change: String? = nil
  ) {
    self.kind = kind
    self.proposal = proposal
    (self.about, self.line) = (about, line)
    (self.clause, self.paragraph) = (clause, paragraph)
    (self.text, self.change) = (text, change)
  }

  init?(_ fields: Fields) {
    guard let kind = fields.text("type").flatMap(Kind.init), let text = fields.text("text") else {
      return nil
    }
    self.init(
      kind, proposal: fields.integer("proposal"), about: fields.text("about"),
      line: fields.text("line"), clause: fields.text("clause"),
      paragraph: fields.text("paragraph"), text, change: fields.text("change"))
  }

  var fields: Fields {
    var fields = Fields()
    fields["proposal"] = proposal.map { .text(String($0)) }
    fields["about"] = about.map { .text($0) }
    fields["line"] = line.map { .text($0) }
    fields["clause"] = clause.map { .text($0) }
    fields["paragraph"] = paragraph.map { .text($0) }
    fields["type"] = .text(kind.rawValue)
    fields["text"] = .text(text)
    fields["change"] = change.map { .text($0) }
    return fields
  }
}
