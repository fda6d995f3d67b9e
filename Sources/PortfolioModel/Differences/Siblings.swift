/// Finds standards that belong together and of which a change left some out.
///
/// Siblings have the same developers and the same place in their publication (`reference`), or they
/// profile, extend or combine the same standard.
struct Siblings {
  private let base: Portfolio
  private let head: Portfolio
  private let differences: [Difference]

  init(_ base: Portfolio, _ head: Portfolio, _ differences: [Difference]) {
    self.base = base
    self.head = head
    self.differences = differences
  }

  private struct Family: Hashable {
    /// The family in words: "standards by X, Part 3", "profiles of Y".
    let phrase: String
    let members: [Identifier]
  }

  /// A consequence for each set of siblings of which at least two, and at least half, were changed
  /// in the same way, while others still have the old value.
  func left() -> [Consequence] {
    var alike: [Likeness: Set<Identifier>] = [:]
    var order: [Likeness] = []
    for difference in differences
    where difference.subject.kind == .standard && difference.kind == .set {
      guard let field = difference.field, field == "group" || difference.factor != nil else {
        continue
      }
      let likeness = Likeness(field: field, from: difference.from, to: difference.to)
      if alike[likeness] == nil { order.append(likeness) }
      alike[likeness, default: []].insert(difference.subject.id)
    }
    let several = order.compactMap { likeness in alike[likeness].map { (likeness, $0) } }
      .filter { $0.1.count > 1 }
    // To look for families takes a look at every record.
    let families = several.isEmpty ? [] : families()
    return several.flatMap { likeness, changed in
      families.compactMap { consequence($0, likeness, changed) }
    }
  }

  private struct Likeness: Hashable {
    let field: String
    let from: FieldValue?
    let to: FieldValue?
  }

  private func consequence(
    _ family: Family, _ likeness: Likeness, _ changed: Set<Identifier>
  ) -> Consequence? {
    let same = family.members.filter(changed.contains)
    let path = FieldPath(likeness.field)
    let behind = family.members.filter { id in
      !changed.contains(id) && head.standards[id]?.fields.value(at: path) == likeness.from
    }
    guard same.count > 1, !behind.isEmpty, same.count >= behind.count else { return nil }
    let what = FieldPath(likeness.field).steps.last ?? likeness.field
    let count = same.count + behind.count
    return Consequence(
      .siblingsLeft, behind, key: [likeness.field] + same.map(\.text),
      "\(same.count) of \(count) \(family.phrase) change \(what) from "
        + "\(likeness.from?.inlineBare ?? "absent") to \(likeness.to?.inlineBare ?? "absent"); "
        + "\(behind.map(head.name).conjunction) \(behind.count == 1 ? "does" : "do") not.")
  }

  /// The families of at least three standards.
  private func families() -> [Family] {
    var members: [(phrase: String, ids: [Identifier])] = []
    var index: [String: Int] = [:]
    func add(_ phrase: String, _ id: Identifier) {
      if let place = index[phrase] {
        members[place].ids.append(id)
      } else {
        index[phrase] = members.count
        members.append((phrase, [id]))
      }
    }
    for standard in head.inTableOrder {
      if let reference = standard.fields.text("reference"), !standard.developers.isEmpty {
        add("standards by \(standard.developers.conjunction) in \(reference)", standard.id)
      }
      for relation in standard.relations {
        guard case .standard(let target) = relation.target else { continue }
        let name = head.name(of: target)
        switch relation.kind {
        case .profiles: add("profiles of \(name)", standard.id)
        case .extends: add("extensions of \(name)", standard.id)
        case .combines: add("standards that combine \(name)", standard.id)
        default: break
        }
      }
    }
    return members.filter { $0.ids.count > 2 }.map { Family(phrase: $0.phrase, members: $0.ids) }
  }
}
