package import PortfolioModel

/// The changes of a proposal in the making, one for each subject, in the order they came.
package struct ChangeList: Sendable {
  package private(set) var changes: [Change]

  package init(_ changes: [Change] = []) { self.changes = changes }

  private func index(of subject: SubjectID) -> Int? {
    changes.firstIndex { $0.subject == subject }
  }

  /// Whether a field of a standard is changed so far.
  package func hasChange(of field: String, on standard: Identifier) -> Bool {
    changes.contains { change in
      guard change.subject == SubjectID(.standard, standard), case .set(let fields) = change.action
      else { return false }
      return fields.contains { $0.field.hasSameBytes(as: field) }
    }
  }

  /// Adds changes of fields to a subject; one for a field that is there already takes its place.
  package mutating func set(_ new: [FieldChange], of subject: SubjectID) {
    guard let index = changes.firstIndex(where: { $0.subject == subject && $0.setsFields }) else {
      changes.append(Change(subject, .set(new)))
      return
    }
    guard case .set(var fields) = changes[index].action else { return }
    for change in new {
      // What is set as a whole is no longer changed in part.
      let path = FieldAddress(subject.kind).reach(of: change.field)
      fields.removeAll { FieldAddress(subject.kind).reach(of: $0.field).isBelow(path) }
      if let at = fields.firstIndex(where: { $0.field.hasSameBytes(as: change.field) }) {
        fields[at] = merged(fields[at], change)
      } else {
        fields.append(change)
      }
    }
    // A change back to what it was is none.
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

  /// Sets place, exception or ancestry of the changes of the given standards.
  package mutating func qualify(
    _ standards: [Identifier], place: Place? = nil, exception: String? = nil,
    continues: [Identifier] = []
  ) {
    for id in standards {
      let subject = SubjectID(.standard, id)
      let index = changes.firstIndex { change in
        if case .confirm = change.action { return false }
        return change.subject == subject
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
