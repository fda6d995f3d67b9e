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
    let end = entry.text("review-by").map { date in
      ", until " + (date == Override.nextEdition ? "the next edition" : MarkdownText.escaped(date))
    }
    return (waived.isEmpty ? [] : ["waives \(waived.conjunction)"])
      + (held.isEmpty ? [] : ["holds \(held.conjunction)\(end ?? "")"])
  }
}
