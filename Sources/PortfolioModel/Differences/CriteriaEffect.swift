/// The effect of changed criteria on a whole portfolio: it compares the old rules with the new
/// ones, on the new records.
package struct CriteriaEffect: Sendable {
  /// Standards that the new criteria refuse in their group and the old criteria did not.
  package let refused: [(standard: Standard, verdicts: [Verdict])]
  /// Standards that the old criteria refused in their group and the new criteria do not.
  package let allowed: [Standard]
  /// Standards that only the new criteria make due, with the group.
  package let due: [(standard: Standard, group: Group)]
  /// Standards that the new criteria would refuse without an override.
  package let waived: [(standard: Standard, verdicts: [Verdict])]

  package init(from base: Portfolio, to head: Portfolio) {
    guard base.criteria != head.criteria else {
      (refused, allowed, due, waived) = ([], [], [], [])
      return
    }
    var old = head
    old.criteria = base.criteria
    let (before, after) = (Judge(old), Judge(head))
    let standards = head.inTableOrder
    refused = standards.compactMap { standard in
      let verdicts = after.blocking(standard, in: standard.group)
      let isNew = before.blocking(standard, in: standard.group).isEmpty
      return isNew && !verdicts.isEmpty ? (standard, verdicts) : nil
    }
    allowed = standards.filter { standard in
      !before.blocking(standard, in: standard.group).isEmpty
        && after.blocking(standard, in: standard.group).isEmpty
    }
    due = standards.compactMap { standard in
      guard let group = after.due(standard), before.due(standard) != group else { return nil }
      return (standard, group)
    }
    waived = standards.compactMap { standard in
      let met = Set(
        before.verdicts(on: standard, in: standard.group, .required).filter(\.isMet)
          .map(\.criterion.fullName))
      let verdicts = after.verdicts(on: standard, in: standard.group, .required).filter {
        !$0.isMet && $0.waivedBy != nil && met.contains($0.criterion.fullName)
      }
      return verdicts.isEmpty ? nil : (standard, verdicts)
    }
  }

  /// What falls, what only an override keeps, and what now meets its group, alike ones together.
  var consequences: [Consequence] {
    let refusals = CriteriaEffect.alike(refused).map { standards, verdicts in
      Consequence(
        .criteriaRefuse, standards.map(\.id),
        "\(standards.map(\.briefName).conjunction) would fall out of "
          + "\(verdicts.first?.criterion.group.rawValue ?? ""): "
          + "\(verdicts.map(CriteriaEffect.miss).conjunction).")
    }
    let waivers = CriteriaEffect.alike(waived).map { standards, verdicts in
      Consequence(
        .criteriaRefuse, standards.map(\.id), key: verdicts.compactMap(\.waivedBy?.text),
        "\(standards.map(\.briefName).conjunction) \(standards.count == 1 ? "stays" : "stay") "
          + "\(verdicts.first?.criterion.group.rawValue ?? "") by an override only: "
          + "\(verdicts.map(CriteriaEffect.miss).conjunction), waived by "
          + "\(verdicts.compactMap(\.waivedBy?.text).conjunction).")
    }
    let allowances = allowed.map { standard in
      Consequence(
        .criteriaAllow, [standard.id],
        "\(standard.briefName) now meets every required criterion of \(standard.group.rawValue).")
    }
    return refusals + waivers + allowances
  }

  /// The standards that miss the same for the same reason, in the order of the first of each.
  private static func alike(
    _ items: [(standard: Standard, verdicts: [Verdict])]
  ) -> [(standards: [Standard], verdicts: [Verdict])] {
    var places: [[Verdict]: Int] = [:]
    var groups: [(standards: [Standard], verdicts: [Verdict])] = []
    for item in items {
      if let place = places[item.verdicts] {
        groups[place].standards.append(item.standard)
      } else {
        places[item.verdicts] = groups.count
        groups.append(([item.standard], item.verdicts))
      }
    }
    return groups
  }

  private static func miss(_ verdict: Verdict) -> String {
    "\(verdict.criterion.fullName) asks for \(verdict.criterion.requirement), "
      + "it is \(verdict.actual)"
  }
}
