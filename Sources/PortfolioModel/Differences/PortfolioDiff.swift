/// All differences between two portfolios, by subject and field.
///
/// A renumbering that keeps the order of a group is not a difference.
package struct PortfolioDiff: Sendable {
  /// The earlier portfolio, with standards renamed as they are in the later one.
  package let base: Portfolio
  package let head: Portfolio
  package let differences: [Difference]
  /// The standards that were renamed.
  let renamings: [Renaming]
  /// In what the two differ, where a new order is a difference too.
  package let change: PortfolioChange

  package init(from base: Portfolio, to head: Portfolio) {
    let change = PortfolioChange(from: base, to: head)
    renamings = base.renamings(to: head, among: change.standards)
    let base = base.following(renamings)
    self.base = base
    self.head = head
    self.change = renamings.isEmpty ? change : PortfolioChange(from: base, to: head)
    let reordered = PortfolioDiff.reordered(base, head, self.change)
    let renamed = renamings.map { renaming in
      Difference(
        SubjectID(.standard, renaming.new), .set, field: Difference.idField,
        from: .text(renaming.old.text), to: .text(renaming.new.text))
    }
    differences =
      renamed
      + self.change.subjects(in: [base, head]).sorted().flatMap { subject in
        PortfolioDiff.differences(of: subject, base, head, reordered: reordered)
      }
  }

  package var isEmpty: Bool { differences.isEmpty }
  package var isRenaming: Bool { !renamings.isEmpty }

  private static func differences(
    of subject: SubjectID, _ base: Portfolio, _ head: Portfolio, reordered: Set<Identifier>
  ) -> [Difference] {
    let isRenamedPortfolio = subject.id != base.description.id || subject.id != head.description.id
    switch (base.fields(of: subject), head.fields(of: subject)) {
    case (nil, let after?):
      return [Difference(subject, .add, to: .fields(content(after, of: subject, head)))]
    case (let before?, nil):
      let isDelisted = subject.kind == .standard
      guard !(isRenamedPortfolio && [.criteria, .portfolio].contains(subject.kind)) else {
        return [Difference(subject, .remove, from: .fields(before))]
      }
      return [
        Difference(
          subject, isDelisted ? .delist : .remove, from: .fields(content(before, of: subject, base))
        )
      ]
    case (let before?, let after?):
      return fieldDifferences(subject, before, after, base, head, reordered)
    case (nil, nil): return []
    }
  }

  /// A record with its category, as a proposal would add it.
  private static func content(
    _ fields: Fields, of subject: SubjectID, _ portfolio: Portfolio
  ) -> Fields {
    guard let category = portfolio.standards[subject.id]?.category, subject.kind == .standard
    else { return fields }
    var fields = fields
    fields.prepend("category", .text(category.rawValue))
    return fields
  }

  private static func fieldDifferences(
    _ subject: SubjectID, _ before: Fields, _ after: Fields, _ base: Portfolio, _ head: Portfolio,
    _ reordered: Set<Identifier>
  ) -> [Difference] {
    var differences = FieldDiff(subject.kind).changes(from: before, to: after).map {
      Difference(subject, .set, field: $0.field, from: $0.from, to: $0.to)
    }
    guard subject.kind == .standard else { return differences }
    if !reordered.contains(subject.id) { differences.removeAll { $0.field == "position" } }
    let (from, to) = (base.standards[subject.id]?.category, head.standards[subject.id]?.category)
    if let from, let to, from != to {
      differences.insert(
        Difference(
          subject, .set, field: "category", from: .text(from.rawValue), to: .text(to.rawValue)),
        at: 0)
    }
    return differences
  }

  /// The records that changed their place in the order of a group that they did not leave.
  private static func reordered(
    _ base: Portfolio, _ head: Portfolio, _ change: PortfolioChange
  ) -> Set<Identifier> {
    var tables: Set<Table> = []
    for id in change.standards {
      guard let old = base.standards[id], let new = head.standards[id],
        old.position != new.position, old.category == new.category, old.group == new.group
      else { continue }
      tables.insert(Table(category: new.category, group: new.group))
    }
    var result: Set<Identifier> = []
    for table in tables {
      let before = base.standards(in: table.category, table.group).map(\.id)
      let after = head.standards(in: table.category, table.group).map(\.id)
      let stayed = Set(before).intersection(after)
      let moves = after.filter(stayed.contains).difference(from: before.filter(stayed.contains))
      for case .insert(_, let id, _) in moves { result.insert(id) }
    }
    return result
  }
}
