extension ChangelogEntry {
  /// What a ledger entry decides, a phrase each for what it waives, holds, explains and paraphrases.
  static func decisions(
    of entry: Fields, cutBy abridgement: Abridgement
  ) -> [String] {
    let waived = entry.list("waives").compactMap(\.fields).map(phrase(ofWaiver:))
    let held = entry.list("holds").compactMap(\.fields).compactMap(Override.Hold.init).map { hold in
      "\(MarkdownText.code(hold.standard.text)), \(hold.from.phrase)"
    }
    let end = entry.text("review-by").map { ", until \(day($0))" }
    return (waived.isEmpty ? [] : ["waives \(waived.conjunction)"])
      + (held.isEmpty ? [] : ["holds \(held.conjunction)\(end ?? "")"])
      + wording(of: entry, cutBy: abridgement)
  }

  /// What one waiver says; whatever is none of the ledger's words is printed as it is.
  private static func phrase(ofWaiver fields: Fields) -> String {
    let head =
      "\(MarkdownText.code(fields.text("criterion") ?? "")) for "
      + MarkdownText.code(fields.text("standard") ?? "")
    guard let waiver = Override.Waiver(fields) else {
      return head + (fields.text("at").map { " down to \(MarkdownText.word($0))" } ?? "")
    }
    return head + waiver.levelPhrase(\.rawValue)
      + waiver.groundPhrase { MarkdownText.code($0.text) }
  }

  private static func wording(
    of entry: Fields, cutBy abridgement: Abridgement
  ) -> [String] {
    let moves = entry.list("moves").compactMap(\.fields).map { move in
      "the move of \(MarkdownText.code(move.text("standard") ?? "")) from "
        + MarkdownText.word(move.text("from") ?? "")
        + " to \(MarkdownText.word(move.text("to") ?? ""))"
    }
    let source = MarkdownText.escaped(
      abridgement.quoted(["origin", "clause"].compactMap { entry.text($0) }.listed))
    return (moves.isEmpty ? [] : ["explains \(moves.conjunction)"])
      + (entry["paraphrase"] == nil ? [] : ["paraphrases \(source)"])
  }

  /// "by 2028-11-30", the date of review that a proposal gives a ledger entry, or nil.
  static func reviewDate(of subject: SubjectID, in proposal: Proposal) -> String? {
    let fields = proposal.changes.filter { $0.subject == subject }.flatMap { change in
      if case .set(let fields) = change.action { fields } else { [] as [FieldChange] }
    }
    return fields.first { $0.field == "review-by" }?.to?.text.map {
      $0 == Override.nextEdition ? "with \(day($0))" : "by \(day($0))"
    }
  }

  /// A date of review in running text.
  private static func day(_ text: String) -> String {
    text == Override.nextEdition ? "the next edition" : MarkdownText.escaped(text)
  }
}
