package import PortfolioModel

/// The changes of a proposal in the making, one for each subject, in the order they came.
package struct ChangeList: Sendable {
  package private(set) var changes: [Change]

  package init(_ changes: [Change] = []) { self.changes = changes }

  private func index(of subject: SubjectID) -> Int? {
    changes.firstIndex { $0.subject == subject }
  }

  /// Whether a field of a standard, a part of it or what holds it is changed so far.
  package func hasChange(of field: String, on standard: Identifier) -> Bool {
    changes.contains { change in
      guard change.subject == SubjectID(.standard, standard), case .set(let fields) = change.action
      else { return false }
      let address = FieldAddress(.standard)
      return fields.contains { address.reach(of: $0.field).overlaps(address.reach(of: field)) }
    }
  }

  /// Adds changes of fields to a subject; one for a field that is there already takes its place.
  ///
  /// Of a subject that is added here, it is what is added that changes.
  package mutating func set(_ new: [FieldChange], of subject: SubjectID) {
    for (index, change) in changes.enumerated() where change.subject == subject {
      guard let content = change.addedContent else { continue }
      changes[index] = change.adding(content, with: new)
      return
    }
    guard let index = changes.firstIndex(where: { $0.subject == subject && $0.setsFields }) else {
      changes.append(Change(subject, .set(new)))
      return
    }
    guard case .set(var fields) = changes[index].action else { return }
    for change in new {
      // What is set as a whole is no longer changed in part.
      let address = FieldAddress(subject.kind)
      let path = address.reach(of: change.field)
      fields.removeAll { address.reach(of: $0.field).isBelow(path) }
      // What is changed in part behind a whole that the proposal sets is changed in that whole.
      let whole = fields.firstIndex { path.isBelow(address.reach(of: $0.field)) }
      if let whole, let changed = fields[whole].taking(in: change, address) {
        fields[whole] = changed
        continue
      }
      if let at = fields.firstIndex(where: { $0.field.hasSameBytes(as: change.field) }) {
        fields[at] = merged(fields[at], change)
      } else {
        fields.append(change)
      }
    }
    // A change back to the old value is dropped.
    fields.removeAll { !$0.changesList && $0.from == $0.to }
    if fields.isEmpty, changes[index].place == nil {
      changes.remove(at: index)
    } else {
      changes[index] = changes[index].with(action: .set(fields))
    }
  }

  /// Puts a change where the subject's other one stands, or at the end.
  package mutating func put(_ change: Change) {
    if let index = index(of: change.subject) {
      changes[index] = change
    } else {
      changes.append(change)
    }
  }

  /// Confirms factors of a subject, besides what else is said of it.
  package mutating func confirm(_ factors: [Factor], of subject: SubjectID) {
    let index = changes.firstIndex { change in
      guard change.subject == subject, case .confirm = change.action else { return false }
      return true
    }
    guard let index, case .confirm(let known) = changes[index].action else {
      changes.append(Change(subject, .confirm(factors)))
      return
    }
    changes[index] = Change(subject, .confirm(known + factors.filter { !known.contains($0) }))
  }

  /// Gives a subject another id, besides what else is said of it.
  package mutating func rename(_ subject: SubjectID, to id: Identifier) {
    let index = changes.firstIndex { change in
      guard change.subject == subject, case .rename = change.action else { return false }
      return true
    }
    let change = Change(subject, .rename(id))
    if let index { changes[index] = change } else { changes.append(change) }
  }

  /// Confirms a ledger entry, once.
  package mutating func confirmOverride(_ subject: SubjectID) {
    let change = Change(subject, .confirmOverride)
    if !changes.contains(where: { $0.subject == subject && $0.action == .confirmOverride }) {
      changes.append(change)
    }
  }

  /// Sets place, exception or ancestry of the changes of the given standards.
  package mutating func qualify(
    _ standards: [Identifier], place: Place? = nil, exception: String? = nil,
    continues: [Identifier] = []
  ) {
    for id in standards {
      let subject = SubjectID(.standard, id)
      let index = changes.firstIndex { change in
        switch change.action {
        case .confirm, .rename: return false
        default: return change.subject == subject
        }
      }
      guard let index else {
        if let place { changes.append(Change(subject, .set([]), place: place)) }
        continue
      }
      let old = changes[index]
      changes[index] = Change(
        subject, old.action, place: place ?? old.place,
        continues: continues.isEmpty ? old.continues : continues,
        exception: exception ?? old.exception)
    }
  }

  private func merged(_ old: FieldChange, _ new: FieldChange) -> FieldChange {
    if old.changesList, new.changesList {
      return FieldChange(
        old.field,
        insert: old.insert.filter { !new.drop.contains($0) && !new.insert.contains($0) }
          + new.insert,
        drop: old.drop + new.drop.filter { !old.insert.contains($0) && !old.drop.contains($0) })
    }
    if new.changesList {
      let items = (old.to?.list ?? []).filter { !new.drop.contains($0) } + new.insert
      return FieldChange(old.field, from: old.from, to: items.isEmpty ? nil : .list(items))
    }
    if !old.changesList, !new.changesList {
      return FieldChange(old.field, from: old.from, to: new.to)
    }
    return new
  }
}

extension FieldChange {
  /// The change with a part of what it brings changed by another, or nil where it brings no such
  /// part.
  fileprivate func taking(in part: FieldChange, _ address: FieldAddress) -> FieldChange? {
    guard let to else { return nil }
    let path = address.reach(of: field)
    let rest = address.reach(of: part.field).steps.dropFirst(path.steps.count)
    var holder = Fields([Fields.Entry("whole", to)])
    let place = FieldPath(["whole"] + rest)
    var value = part.to
    if part.changesList {
      let items = holder.value(at: place)?.list ?? []
      let left = items.filter { !part.drop.contains($0) && !part.insert.contains($0) } + part.insert
      value = left.isEmpty ? nil : .list(left)
    }
    guard holder.replace(value, at: place), let changed = holder["whole"] else { return nil }
    return FieldChange(
      field, from: from, to: address.fieldKind(at: path)?.ordered(changed) ?? changed)
  }
}

extension FieldPath {
  /// Whether the other path leads through to this one.
  fileprivate func isBelow(_ other: FieldPath) -> Bool {
    steps.count > other.steps.count && overlaps(other)
  }
}

extension Change {
  fileprivate var setsFields: Bool {
    if case .set = action { return true }
    return false
  }

  /// The same change with another action.
  package func with(action: Action) -> Change {
    Change(
      subject, action, place: place, continues: continues, exception: exception, path: path)
  }
}
