/// Finds the field changes between two contents of a subject.
package struct FieldDiff: Sendable {
  private let kind: SubjectKind

  package init(_ kind: SubjectKind) { self.kind = kind }

  /// The changes, in declared order. Lists are compared whole, rows of a use case by name.
  package func changes(from before: Fields, to after: Fields) -> [FieldChange] {
    changes(.fields(kind.schema), .fields(before), .fields(after), at: [])
  }

  private func changes(
    _ fieldKind: FieldKind, _ before: FieldValue?, _ after: FieldValue?, at steps: [String]
  ) -> [FieldChange] {
    guard before != after else { return [] }
    let whole = [FieldChange(steps.joined(separator: "."), from: before, to: after)]
    switch (fieldKind, before, after) {
    case (.fields(let schema), .fields(let left), .fields(let right)):
      return schema.fields.flatMap {
        changes($0.kind, left[$0.name], right[$0.name], at: steps + [$0.name])
      }
    case (.dictionary(_, let value, _), .fields(let left), .fields(let right)):
      let names = left.names + right.names.filter { left[$0] == nil }
      return names.flatMap { changes(value, left[$0], right[$0], at: steps + [$0]) }
    case (.either(_, _, let fields?), .fields, .fields):
      // A regional level with its trend is one value.
      return fields.isFlow ? whole : changes(fields, before, after, at: steps)
    case (.list(.fields(let schema)), .list(let left), .list(let right))
    where kind == .useCase && steps == ["rows"]:
      return rowChanges(schema, left, right)
    default: return whole
    }
  }

  private func rowChanges(
    _ schema: Schema, _ left: [FieldValue], _ right: [FieldValue]
  ) -> [FieldChange] {
    func name(_ row: FieldValue) -> String { row.fields?.text("name") ?? "" }
    func named(_ rows: [FieldValue], _ wanted: String) -> FieldValue? {
      rows.first { name($0).hasSameBytes(as: wanted) }
    }
    let names = left.map(name) + right.map(name).filter { named(left, $0) == nil }
    return names.flatMap {
      changes(.fields(schema), named(left, $0), named(right, $0), at: ["rows", $0])
    }
  }
}

extension FieldKind {
  fileprivate var isFlow: Bool {
    if case .fields(let schema) = self { return schema.isFlow }
    return false
  }
}
