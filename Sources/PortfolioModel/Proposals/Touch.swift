/// A field or subject that a change touches, by which overlapping changes are found.
package struct Touch: Hashable, Sendable {
  package let subject: SubjectID
  /// The field, or the root where the whole subject is added or removed.
  package let path: FieldPath

  package func overlaps(_ other: Touch) -> Bool {
    subject == other.subject && path.overlaps(other.path)
  }

  package var phrase: String {
    path.isRoot ? "\(subject.kind.rawValue) \(subject.id)" : "\(subject.id) \(path)"
  }
}

extension Proposal {
  /// The standards that the proposal gives another id.
  package var renamings: [Renaming] {
    changes.compactMap { change in
      guard case .rename(let new) = change.action else { return nil }
      return Renaming(change.subject.id, to: new)
    }
  }

  /// Each field or subject that the changes touch, and the path in the proposal.
  package var touches: [(touch: Touch, path: FieldPath)] {
    changes.flatMap { change -> [(touch: Touch, path: FieldPath)] in
      guard case .set(let fields) = change.action else {
        if case .confirm(let factors) = change.action {
          return factors.map {
            (
              Touch(subject: change.subject, path: FieldPath(["assessment", $0.rawValue])),
              change.path
            )
          }
        }
        if case .confirmOverride = change.action {
          return [(Touch(subject: change.subject, path: FieldPath("confirm")), change.path)]
        }
        if case .rename = change.action {
          return [(Touch(subject: change.subject, path: FieldPath("id")), change.path)]
        }
        return [(Touch(subject: change.subject, path: .root), change.path)]
      }
      return fields.enumerated().map { index, field in
        (
          Touch(
            subject: change.subject, path: FieldAddress(change.subject.kind).reach(of: field.field)),
          change.path.appending("set").appending(index)
        )
      }
    }
  }
}
