import Diagnostics

/// All effects of the differences between two portfolios, by kind.
package struct Consequences: Sendable {
  package let items: [Consequence]

  /// - Parameter tables: The tables that print otherwise.
  package init(
    _ comparison: Comparison, _ differences: [Difference], tables: [ChangedTable]
  ) {
    let sides = Sides(comparison)
    let (base, head) = (comparison.base, comparison.head)
    items =
      sides.successorsLost() + sides.useCases() + sides.dangling() + Sides.footnotes(tables)
      + Siblings(base, head, differences).left() + sides.due() + sides.findings()
      + CriteriaEffect(from: base, to: head).consequences
  }

  package func of(_ kind: Consequence.Kind) -> [Consequence] { items.filter { $0.kind == kind } }
}

/// The two portfolios that are compared, each with its judge and with what the change reaches.
private struct Sides {
  let base: Portfolio
  let head: Portfolio
  let before: Judge
  let after: Judge
  private let comparison: Comparison
  private let old: FindingSelection
  private let new: FindingSelection

  init(_ comparison: Comparison) {
    self.comparison = comparison
    (base, head) = (comparison.base, comparison.head)
    (before, after) = (comparison.before.judge, comparison.after.judge)
    old = FindingSelection(comparison.reach, in: base)
    new = FindingSelection(comparison.reach, in: head)
  }

  func name(_ id: Identifier) -> String {
    head.standards[id]?.briefName ?? head.delisted[id]?.standard.briefName ?? base.name(of: id)
  }

  /// Preferred standards that leave their group, with the legacy standards that need them.
  func successorsLost() -> [Consequence] {
    let left = old.standards.filter {
      $0.group == .preferred && head.standards[$0.id]?.group != .preferred
    }
    return left.compactMap { successor in
      let stranded = new.standards.filter { standard in
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
    new.useCases.flatMap { useCase -> [Consequence] in
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
    let gone = comparison.change.standards.filter { head.standards[$0] == nil }
    guard !gone.isEmpty else { return [] }
    let rows = new.useCases.flatMap { useCase in
      useCase.rows.compactMap { row -> Consequence? in
        let lost = (row.standards + row.candidates + row.incorporates).filter(gone.contains)
        guard !lost.isEmpty else { return nil }
        return Consequence(
          .useCaseDangling, lost, key: [useCase.id.text, row.name],
          "\(useCase.title), row \(row.name): still names \(lost.map(name).conjunction), "
            + "no longer in the portfolio.")
      }
    }
    let relations = new.standards.compactMap { standard -> Consequence? in
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
  static func footnotes(_ tables: [ChangedTable]) -> [Consequence] {
    tables.compactMap { changed in
      guard let before = changed.before.map(TableLookup.init) else { return nil }
      let table = changed.table
      let shifts = table.footnotes.compactMap { note -> String? in
        guard let was = before.footnote(saying: note.text), was.letter != note.letter else {
          return nil
        }
        return "\(was.letter) becomes \(note.letter)"
      }
      guard !shifts.isEmpty else { return nil }
      return Consequence(
        .footnoteShifted, [], key: [table.id] + shifts,
        "\(table.title): footnote \(shifts.conjunction).")
    }
  }

  func due() -> [Consequence] {
    new.standards.compactMap { standard in
      guard let group = after.due(standard),
        base.standards[standard.id].map({ before.due($0) }) != group
      else { return nil }
      let entry = comparison.after.holds.entry(standard.id, from: .due)
      return Consequence(
        .standardDue, [standard.id],
        "\(standard.briefName) is now due for \(group.rawValue); "
          + (entry.map { "it is \($0.holdPhrase)." } ?? "no change moves it there."))
    }
  }

  /// New findings on overrides and texts.
  func findings() -> [Consequence] {
    func key(_ finding: Finding) -> [String] {
      [finding.rule.rawValue, about(finding)?.text ?? "", finding.message]
    }
    let known = Set(comparison.known.map(key))
    return comparison.found.compactMap { finding in
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
