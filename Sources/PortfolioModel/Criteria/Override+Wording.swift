extension Override {
  /// Whether the text says in other words what a publication prints.
  package var isParaphrase: Bool { fields.text("paraphrase") != nil }

  /// Where in the publication the text stands.
  package var clause: String? { fields.text("clause") }

  /// Whether the entry comes from a publication, and not from a proposal, whose number is the origin.
  package var isFromPublication: Bool { origin.map { Int($0) == nil } ?? false }

  /// The footnote on one line, marked where it is a paraphrase; without one, the reason.
  package var explanation: String {
    (text ?? reason).oneLine + (isParaphrase ? " \(PrintedTable.Footnote.paraphrased)" : "")
  }

  /// Whose words the footnote is in; nil where they are the committee's own or none are printed.
  package var wording: String? {
    guard text != nil, isParaphrase || isFromPublication else { return nil }
    let place = [origin, clause].compactMap { $0 }.listed
    return "in \(isParaphrase ? "other words than" : "the words of") \(place)"
  }
}
