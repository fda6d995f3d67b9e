/// A use case of clause 6: which standards serve which integration, on which systems.
package struct UseCase: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    /// The printed name, unique in the use case.
    package let name: String
    package let category: Category
    package let standards: [Identifier]
    /// The standards that an ambiguous printed name could mean.
    package let candidates: [Identifier]
    package let incorporates: [Identifier]
    package let fields: Fields
  }

  package let id: Identifier
  package let fields: Fields
  package let rows: [Row]

  /// Returns nil where the fields do not meet ``Schema/useCase``.
  ///
  /// - Parameter isChecked: Whether the fields are known to meet the schema.
  package init?(id: Identifier, fields: Fields, isChecked: Bool = false) {
    guard isChecked || Schema.useCase.problems(in: fields).isEmpty else { return nil }
    self.id = id
    self.fields = fields
    rows = fields.list("rows").compactMap { item in
      guard let row = item.fields, let name = row.text("name"),
        let category = row.text("category").flatMap(Category.init)
      else { return nil }
      func ids(_ field: String) -> [Identifier] { row.lines(field).compactMap { Identifier($0) } }
      return Row(
        name: name, category: category, standards: ids("standards"), candidates: ids("candidates"),
        incorporates: ids("incorporates"), fields: row)
    }
  }

  package var title: String { fields.text("title") ?? id.text }
}
