import PortfolioModel

extension DiffReport {
  /// Every other field of a record: names, categories, relations, texts word by word, the rest.
  func fields(_ report: inout Report) {
    renamed(&report)
    let parts: [(title: String, kind: Kind)] = [
      ("Recategorized", .category), ("Relations", .relation), ("Texts and other fields", .field),
    ]
    for part in parts {
      let own = differences(of: part.kind)
      report.group(part.title, count: own.count) { group in
        group.entries(
          ["Standard", "Field", "Change"],
          grouped(own).map { same in
            Report.EntryRow(
              entry: entry(same.all),
              cells: [
                name(same), [Span(label(of: same.first.field ?? "", .standard))],
                value(same.first),
              ])
          })
      }
    }
  }

  /// One entry for each new name, with the old one that the record keeps under `formerly`.
  private func renamed(_ report: inout Report) {
    let all = differences(of: .rename)
    report.group("Renamed", count: all.count) { group in
      group.entries(
        ["Was", "Is"],
        all.filter { $0.field != "formerly" }.map { name in
          let kept = all.filter { $0.subject == name.subject && $0.field == "formerly" }
          return Report.EntryRow(
            entry: entry([name] + (name.field == Difference.idField ? [] : kept)),
            cells: [
              [Span(name.from?.text ?? "")], [Span(name.to?.text ?? "", .added)],
            ])
        })
    }
  }

  /// What goes and what comes; lists by item, texts by word.
  func value(_ difference: Difference) -> [Span] {
    switch (difference.from, difference.to) {
    case (.text(let old)?, .text(let new)?) where old.contains(" ") || new.contains(" "):
      let pieces = WordDiff.pieces(from: old, to: new)
      return pieces.enumerated().map { place, piece in
        switch piece {
        case .kept(let text):
          Span(
            text.oneLineKeepingEnds.abridged(
              atStart: place == 0, atEnd: place == pieces.count - 1))
        case .removed(let text): Span(text.oneLineKeepingEnds, .deleted)
        case .added(let text): Span(text.oneLineKeepingEnds, .inserted)
        }
      }
    case (let old, let new)
    where old?.list != nil && new?.list != nil || old?.list != nil && new == nil
      || new?.list != nil && old == nil:
      let (before, after) = (old?.list ?? [], new?.list ?? [])
      let dropped = before.filter { !after.contains($0) }
      let inserted = after.filter { !before.contains($0) }
      guard !dropped.isEmpty || !inserted.isEmpty else { return ["another order"] }
      let spans =
        dropped.map { Span(words($0), .deleted) }
        + inserted.map { Span(words($0), .inserted) }
      return Array(spans.map { [$0] }.joined(separator: [" "]))
    case (let old?, nil): return [Span(words(old), .deleted), " goes"]
    case (nil, let new?): return [Span(words(new), .inserted)]
    case (let old, let new):
      return [
        Span(old.map(words) ?? "none", .removed), " → ", Span(new.map(words) ?? "none", .added),
      ]
    }
  }
}

extension String {
  /// Line feeds as spaces; what stands at the ends stays.
  fileprivate var oneLineKeepingEnds: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\n" ? " " : $0 }))
  }

  /// A long stretch that stays, cut down to the words next to what changes.
  fileprivate func abridged(atStart: Bool, atEnd: Bool) -> String {
    let words = split(separator: " ", omittingEmptySubsequences: false)
    let (head, tail) = (atStart ? 0 : 12, atEnd ? 0 : 12)
    guard words.count > head + tail + 12 else { return self }
    let parts = [
      words.prefix(head).joined(separator: " "), words.suffix(tail).joined(separator: " "),
    ]
    return parts.joined(separator: atStart ? "… " : atEnd ? " …" : " … ")
  }
}
