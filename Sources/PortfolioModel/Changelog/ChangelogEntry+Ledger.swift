extension ChangelogEntry {
  /// What a ledger entry decides, a phrase for what it waives and one for what it holds.
  static func decisions(of entry: Fields) -> [String] {
    let waived = entry.list("waives").compactMap(\.fields).compactMap(Override.Waiver.init).map {
      "\(MarkdownText.code($0.criterion)) for \(MarkdownText.code($0.standard.text))"
        + $0.levelPhrase(\.rawValue)
        + $0.groundPhrase { MarkdownText.code($0.text) }
    }
    let held = entry.list("holds").compactMap(\.fields).compactMap(Override.Hold.init).map { hold in
      "\(MarkdownText.code(hold.standard.text)), \(hold.from.phrase)"
    }
    let end = entry.text("review-by").map { ", until \(day($0))" }
    return (waived.isEmpty ? [] : ["waives \(waived.conjunction)"])
      + (held.isEmpty ? [] : ["holds \(held.conjunction)\(end ?? "")"])
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
