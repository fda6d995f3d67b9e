import Diagnostics
import Forms
import PortfolioModel

/// Rows of the comment form.
extension ReturnedForm {
  private static let kinds: [String: Comment.Kind] = [
    "ge": .general, "general": .general, "te": .technical, "technical": .technical,
    "ed": .editorial, "editorial": .editorial,
  ]

  /// What the places begin with that a document has anyway.
  private static let places = [
    "all", "annex", "fig", "list", "note", "para", "table ",
  ]

  mutating func add(_ row: Sheet<CommentForm.Column>.Row, _ ballot: Ballot) {
    var text = CellText.lines(row[.comment])
    let change = CellText.lines(row[.change])
    guard text != nil || change != nil || CellText.line(row[.type]) != nil else { return }
    if text == nil {
      findings.append(
        FormFinding(
          "the comment is empty"
            + (change == nil
              ? ", and the row was not taken" : ": the proposed change was taken for it"),
          at: row.place(of: .comment), help: "say why"))
      text = change
    }
    guard let text else { return }
    let place = place(in: row, ballot)
    remarks.append(
      Remark(
        body: row[.body],
        comment: Comment(
          kind(in: row), proposal: place.proposal, about: place.change?.about,
          line: CellText.line(row[.line]), clause: CellText.line(row[.clause]),
          paragraph: place.words, text, change: change),
        place: row.place, bodyPlace: row.place(of: .body)))
  }

  private mutating func kind(in row: Sheet<CommentForm.Column>.Row) -> Comment.Kind {
    let word = row[.type].asciiLowercased
    if let kind = ReturnedForm.kinds[word] { return kind }
    findings.append(
      FormFinding(
        (word.isEmpty
          ? "the comment has no type" : "'\(CellText.quoted(row[.type]))' is not a type of comment")
          + ", and was taken for a general one",
        at: row.place(of: .type), help: "write ge, te or ed"))
    return .general
  }

  /// What a row is about: a change, all of a proposal, or a place that the words name.
  private struct Place {
    var change: Ballot.Change?
    var proposal: Int?
    var words: String?
  }

  private mutating func place(
    in row: Sheet<CommentForm.Column>.Row, _ ballot: Ballot
  ) -> Place {
    guard let words = CellText.line(row[.place]) else { return Place() }
    if let change = ballot.change(named: words) {
      return Place(change: change, proposal: change.proposal)
    }
    let low = words.asciiLowercased
    if low.hasPrefix("proposal "), let number = Int(low.dropFirst("proposal ".count)),
      ballot.item(number) != nil
    {
      return Place(proposal: number)
    }
    let isPlain =
      !row[.clause].isEmpty
      || ReturnedForm.places.contains { low.hasPrefix($0) } && !low.contains("change ")
    if !isPlain {
      let near = Nearest.match(for: words, in: ballot.askedChanges.map(\.about))
      let first = ballot.askedChanges.first { low.contains($0.place.asciiLowercased) }
      findings.append(
        FormFinding(
          "'\(CellText.quoted(words))' names no change of this ballot: the comment was taken as one on that place",
          at: row.place(of: .place),
          help: (near ?? first?.about).map { "did you mean '\($0)'?" }
            ?? "name the clause, or a change as the form does"))
    }
    return Place(words: words)
  }
}

extension Ballot {
  /// The change that the words of a form name: "Table 1, NAME (change 3.2)", "change 3.2".
  func change(named words: String) -> Change? {
    if let same = askedChanges.first(where: { $0.about.hasSameBytes(as: words) }) { return same }
    let low = words.asciiLowercased
    guard let start = low.firstRange(of: "change ") else { return nil }
    let label = low[start.upperBound...].prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let trimmed = label.hasSuffix(".") ? label.dropLast() : label
    return change(String(trimmed))
  }
}
