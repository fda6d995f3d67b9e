import Diagnostics

/// All effects of the differences between two portfolios, by kind.
package struct Consequences: Sendable {
  package let items: [Consequence]

  package init(
    from base: Portfolio, to head: Portfolio, _ differences: [Difference], today: CalendarDate
  ) {
    let sides = Sides(base, head)
    items =
      sides.successorsLost() + sides.useCases() + sides.dangling() + sides.footnotes()
      + Siblings(base, head, differences).left() + sides.due(on: today)
      + sides.findings(on: today) + CriteriaEffect(from: base, to: head).consequences
  }

  package func of(_ kind: Consequence.Kind) -> [Consequence] { items.filter { $0.kind == kind } }
}

/// The two portfolios that are compared, each with its judge.
private struct Sides {
  let base: Portfolio
  let head: Portfolio
  let before: Judge
  let after: Judge

  init(_ base: Portfolio, _ head: Portfolio) {
    self.base = base
    self.head = head
    before = Judge(base)
    after = Judge(head)
  }

  func name(_ id: Identifier) -> String {
    head.standards[id]?.briefName ?? head.delisted[id]?.standard.briefName ?? base.name(of: id)
  }

  /// Preferred standards that leave their group, with the legacy standards that need them.
  func successorsLost() -> [Consequence] {
    let left = base.inTableOrder.filter {
      $0.group == .preferred && head.standards[$0.id]?.group != .preferred
    }
    return left.compactMap { successor in
      let stranded = head.inTableOrder.filter { standard in
        guard standard.group == .legacy, let old = base.standards[standard.id],
          before.successors(of: old).contains(where: { $0.id == successor.id })
        else { return false }
        return !after.preferredSuccessors(of: standard).contains { $0.id != standard.id }
      }
      guard !stranded.isEmpty else { return nil }
      let names = stranded.map(\.briefName)
      let waived = stranded.allSatisfy { standard in
        after.blocking(standard, in: .legacy).isEmpty
      }
      return Consequence(
        .successorLost, [successor.id] + stranded.map(\.id),
        "\(successor.briefName) is no longer preferred, so \(names.conjunction) "
          + "\(names.count == 1 ? "has" : "have") no preferred successor"
          + (waived ? "; an override waives that." : " and can't stay legacy without one."))
    }
  }

  /// Rows that lose their last preferred standard, or newly rest on a legacy one.
  func useCases() -> [Consequence] {
    head.useCasesInOrder.flatMap { useCase -> [Consequence] in
      useCase.rows.flatMap { row -> [Consequence] in
        let old = base.useCases[useCase.id]?.rows.first { $0.name.hasSameBytes(as: row.name) }
        func groups(_ ids: [Identifier], _ portfolio: Portfolio) -> [Group] {
          ids.compactMap { portfolio.standards[$0]?.group }
        }
        var items: [Consequence] = []
        let hadPreferred = groups(old?.standards ?? [], base).contains(.preferred)
        if hadPreferred, !groups(row.standards, head).contains(.preferred) {
          items.append(
            Consequence(
              .useCaseUnserved, row.standards, key: [useCase.id.text, row.name],
              "\(useCase.title), row \(row.name): no preferred standard serves it any more."))
        }
        let legacy = row.standards.filter { id in
          head.standards[id]?.group == .legacy
            && !(old?.standards.contains(id) == true && base.standards[id]?.group == .legacy)
        }
        if !legacy.isEmpty {
          items.append(
            Consequence(
              .useCaseLegacy, legacy, key: [useCase.id.text, row.name],
              "\(useCase.title), row \(row.name): rests on \(legacy.map(name).conjunction), "
                + "now legacy."))
        }
        return items
      }
    }
  }

  /// Names of standards that are gone, in use cases and relations.
  func dangling() -> [Consequence] {
    let gone = Set(base.standards.keys).subtracting(head.standards.keys)
    guard !gone.isEmpty else { return [] }
    let rows = head.useCasesInOrder.flatMap { useCase in
      useCase.rows.compactMap { row -> Consequence? in
        let lost = (row.standards + row.candidates + row.incorporates).filter(gone.contains)
        guard !lost.isEmpty else { return nil }
        return Consequence(
          .useCaseDangling, lost, key: [useCase.id.text, row.name],
          "\(useCase.title), row \(row.name): still names \(lost.map(name).conjunction), "
            + "no longer in the portfolio.")
      }
    }
    let relations = head.inTableOrder.compactMap { standard -> Consequence? in
      let lost = standard.relations.filter { relation in
        guard case .standard(let id) = relation.target else { return false }
        return gone.contains(id)
      }
      guard !lost.isEmpty else { return nil }
      let phrases = lost.compactMap { relation -> String? in
        guard case .standard(let id) = relation.target else { return nil }
        return "\(relation.kind.phrase) \(name(id))"
      }
      return Consequence(
        .relationDangling, [standard.id],
        "\(standard.briefName): still says \(phrases.listed.quoted), no longer in the portfolio.")
    }
    return rows + relations
  }

  /// Footnotes that keep their text and change their letter.
  func footnotes() -> [Consequence] {
    let old = PrintedTable.all(of: base)
    return PrintedTable.all(of: head).compactMap { table in
      guard let before = old.first(where: { $0.id == table.id }) else { return nil }
      let shifts = table.footnotes.compactMap { note -> String? in
        guard let was = before.footnotes.first(where: { $0.text.hasSameBytes(as: note.text) }),
          was.letter != note.letter
        else { return nil }
        return "\(was.letter) becomes \(note.letter)"
      }
      guard !shifts.isEmpty else { return nil }
      return Consequence(
        .footnoteShifted, [], key: [table.id] + shifts,
        "\(table.title): footnote \(shifts.conjunction).")
    }
  }

  func due(on today: CalendarDate) -> [Consequence] {
    let holds = Holds(head, on: today)
    return head.inTableOrder.compactMap { standard in
      guard let group = after.due(standard),
        base.standards[standard.id].map({ before.due($0) }) != group
      else { return nil }
      let entry = holds.entry(standard.id, from: .due)
      return Consequence(
        .standardDue, [standard.id],
        "\(standard.briefName) is now due for \(group.rawValue); "
          + (entry.map { "it is \($0.holdPhrase)." } ?? "no change moves it there."))
    }
  }

  /// New findings on overrides and texts.
  func findings(on today: CalendarDate) -> [Consequence] {
    func key(_ finding: Finding) -> [String] {
      [finding.rule.rawValue, about(finding)?.text ?? "", finding.message]
    }
    let known = Set(base.findings(on: today).map(key))
    return head.findings(on: today).compactMap { finding in
      let kind: Consequence.Kind
      switch finding.rule {
      case .overrideUnneeded, .holdUnneeded: kind = .overrideUnneeded
      case .overrideLapsed: kind = .overrideLapsed
      case .proseLeftBehind: kind = .proseLeftBehind
      default: return nil
      }
      guard !known.contains(key(finding)) else { return nil }
      let id = about(finding)
      let subject = kind == .proseLeftBehind ? id.map { "\(name($0)): " } ?? "" : ""
      return Consequence(
        kind, id.map { [$0] } ?? [], key: [finding.path.description],
        (subject + finding.message).capitalisedFirst + ".")
    }
  }

  private func about(_ finding: Finding) -> Identifier? {
    if case .standard(let id) = finding.subject { return id }
    return finding.standard
  }
}

extension String {
  fileprivate var quoted: String { "“\(self)”" }
}
