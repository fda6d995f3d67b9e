/// Translates field names in proposals into paths of values in a subject's fields, and back.
///
/// A factor alone means its rating. A use-case row is given by its printed name, which may hold
/// full stops: `rows.NAME.note`.
package struct FieldAddress: Sendable {
  package let kind: SubjectKind

  package init(_ kind: SubjectKind) { self.kind = kind }

  /// The path, or nil where the schema has no such field.
  package func path(of field: String, in fields: Fields) -> FieldPath? {
    if kind == .standard, Factor(rawValue: field) != nil {
      return FieldPath(["assessment", field])
    }
    if kind == .useCase, field.hasPrefix("rows.") {
      return rowPath(String(field.dropFirst("rows.".count)), in: fields)
    }
    let path = FieldPath(field)
    return FieldKind.fields(kind.schema).kind(at: path) == nil ? nil : path
  }

  /// The path that a change of the field touches, without looking at the fields; a row's name is
  /// one step.
  package func reach(of field: String) -> FieldPath {
    if kind == .standard, Factor(rawValue: field) != nil {
      return FieldPath(["assessment", field])
    }
    guard kind == .useCase, field.hasPrefix("rows.") else { return FieldPath(field) }
    let steps = FieldPath(String(field.dropFirst("rows.".count))).steps
    let row = FieldKind.fields(.useCaseRow)
    let end =
      steps.indices.dropFirst().last { row.kind(at: FieldPath(Array(steps[$0...]))) != nil }
      ?? steps.endIndex
    return FieldPath(["rows", steps[..<end].joined(separator: ".")] + steps[end...])
  }

  /// The kind of the value at a path, or nil where no value can be.
  package func fieldKind(at path: FieldPath) -> FieldKind? {
    FieldKind.fields(kind.schema).kind(at: path)
  }

  /// The field name in a proposal for a path in the fields.
  package func field(at path: FieldPath, in fields: Fields) -> String {
    guard kind == .useCase, path.steps.count >= 2, path.steps[0] == "rows",
      let name = fields.value(at: FieldPath(Array(path.steps.prefix(2))))?.fields?.text("name")
    else { return path.description }
    return (["rows", name] + path.steps.dropFirst(2)).joined(separator: ".")
  }

  /// The index of the row with a name; an unknown name gives the index after the last row.
  private func rowPath(_ rest: String, in fields: Fields) -> FieldPath? {
    let rows = fields.list("rows").map { $0.fields?.text("name") ?? "" }
    let named = rows.enumerated().filter { _, name in
      rest.hasSameBytes(as: name) || (!name.isEmpty && rest.utf8.starts(with: (name + ".").utf8))
    }
    guard let (index, name) = named.max(by: { $0.element.utf8.count < $1.element.utf8.count })
    else { return FieldPath(["rows", String(rows.count)]) }
    let row = FieldPath(["rows", String(index)])
    guard !rest.hasSameBytes(as: name) else { return row }
    let field = String(decoding: rest.utf8.dropFirst(name.utf8.count + 1), as: UTF8.self)
    let path = FieldPath(row.steps + FieldPath(field).steps)
    return FieldKind.fields(kind.schema).kind(at: path) == nil ? nil : path
  }
}

extension Fields {
  /// Does the same as ``set(_:at:)``, also through lists: an index after the last appends, nil
  /// removes.
  package mutating func replace(_ value: FieldValue?, at path: FieldPath) -> Bool {
    guard path.steps.count >= 2, let items = self[path.steps[0]]?.list,
      let index = FieldPath.index(path.steps[1]), index <= items.count
    else { return set(value, at: path) }
    var changed = items
    if path.steps.count == 2 {
      switch value {
      case let value? where index == items.count: changed.append(value)
      case let value?: changed[index] = value
      case nil where index < items.count: changed.remove(at: index)
      case nil: return false
      }
    } else {
      guard index < items.count, var inner = items[index].fields,
        inner.replace(value, at: FieldPath(Array(path.steps.dropFirst(2))))
      else { return false }
      changed[index] = .fields(inner)
    }
    self[path.steps[0]] = changed.isEmpty ? nil : .list(changed)
    return true
  }
}
