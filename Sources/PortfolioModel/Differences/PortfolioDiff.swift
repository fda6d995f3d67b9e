/// All differences between two portfolios, by subject and field.
///
/// A renumbering that keeps the order of a group is not a difference.
package struct PortfolioDiff: Sendable {
  /// The earlier portfolio, with standards renamed as they are in the later one.
  package let base: Portfolio
  package let head: Portfolio
  package let differences: [Difference]

  package init(from base: Portfolio, to head: Portfolio) {
    let renamings = base.renamings(to: head)
    let base = base.following(renamings)
    self.base = base
    self.head = head
    let reordered = PortfolioDiff.reordered(base, head)
    let renamed = renamings.map { renaming in
      Difference(
        SubjectID(.standard, renaming.new), .set, field: Difference.idField,
        from: .text(renaming.old.text), to: .text(renaming.new.text))
    }
    differences =
      renamed
      + Set(base.subjects).union(head.subjects).sorted().flatMap { subject in
        PortfolioDiff.differences(of: subject, base, head, reordered: reordered)
      }
  }

  package var isEmpty: Bool { differences.isEmpty }

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
  private static func reordered(_ base: Portfolio, _ head: Portfolio) -> Set<Identifier> {
    var result: Set<Identifier> = []
    for category in Category.allCases {
      for group in Group.allCases {
        let before = base.standards(in: category, group).map(\.id)
        let after = head.standards(in: category, group).map(\.id)
        let stayed = Set(before).intersection(after)
        let change = after.filter(stayed.contains).difference(from: before.filter(stayed.contains))
        for case .insert(_, let id, _) in change { result.insert(id) }
      }
    }
    return result
  }
}
