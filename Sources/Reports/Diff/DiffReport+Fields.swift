import PortfolioModel

extension DiffReport {
  /// Every other field of a record: names, texts word by word, relations, the rest.
  func fields(_ report: inout Report) {
    let moved = Set(input.moves.map(\.standard))
    let others = input.differences.filter { difference in
      difference.subject.kind == .standard && difference.kind == .set
        && difference.factor == nil
        && !(difference.field == "group" && moved.contains(difference.subject.id))
    }
    let parts: [(id: String, title: String, kind: String, test: (String) -> Bool)] = [
      ("recategorized", "Recategorized", "category", { $0 == "category" }),
      (
        "relations", "Relations", "relation",
        { RelationKind(rawValue: $0) != nil || $0 == "relation-notes" }
      ),
      ("texts", "Texts and other fields", "text", { _ in true }),
    ]
    var left = others
    renamed(&left, &report)
    for part in parts {
      let own = left.filter { part.test(FieldPath($0.field ?? "").steps.first ?? "") }
      left.removeAll(where: own.contains)
      report.section(part.id, "\(part.title) (\(own.count))") { section in
        section.entries(
          ["standard", "field", "change"],
          grouped(own).map { group in
            Report.EntryRow(
              entry: entry(part.kind, group.all),
              cells: [
                [Span(group.names)], [Span(group.first.field ?? "")], value(group.first),
              ])
          })
      }
    }
  }

  /// One entry for each new name, with the old one that the record keeps under `formerly`.
  private func renamed(_ left: inout [Difference], _ report: inout Report) {
    let names = left.filter { $0.field == "brief-name" }
    let kept = left.filter { difference in
      difference.field == "formerly" && names.contains { $0.subject == difference.subject }
    }
    left.removeAll { names.contains($0) || kept.contains($0) }
    report.section("renamed", "Renamed (\(names.count))") { section in
      section.entries(
        ["standard", "was", "is"],
        names.map { name in
          Report.EntryRow(
            entry: entry("rename", [name] + kept.filter { $0.subject == name.subject }),
            cells: [
              [Span(name.subject.id.text)], [Span(name.from?.text ?? "", .removed)],
              [Span(name.to?.text ?? "", .added)],
            ])
        })
    }
  }

  /// What goes and what comes; lists by item, texts by word.
  func value(_ difference: Difference) -> [Span] {
    switch (difference.from, difference.to) {
    case (.text(let old)?, .text(let new)?) where old.contains(" ") || new.contains(" "):
      return WordDiff.pieces(from: old, to: new).map { piece in
        switch piece {
        case .kept(let text): Span(text.oneLineKeepingEnds)
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
        dropped.map { Span($0.inlineBare, .deleted) }
        + inserted.map { Span($0.inlineBare, .inserted) }
      return Array(spans.map { [$0] }.joined(separator: [" "]))
    case (let old, let new):
      return [
        Span(old?.phrase.oneLine ?? "absent", .removed), " → ",
        Span(new?.phrase.oneLine ?? "absent", .added),
      ]
    }
  }
}

extension String {
  /// Line feeds as spaces; what stands at the ends stays.
  fileprivate var oneLineKeepingEnds: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\n" ? " " : $0 }))
  }
}
