/// One record of the portfolio.
package struct Standard: Hashable, Sendable {
  package struct Relation: Hashable, Sendable {
    package enum Target: Hashable, Sendable {
      case standard(Identifier)
      case external(String)
    }

    package let kind: RelationKind
    package let target: Target
    /// Its place in the list of its kind, from 0.
    fileprivate let index: Int

    /// The relation's path in the record: `used-with.0`.
    package var path: FieldPath { FieldPath([kind.rawValue, String(index)]) }
  }

  /// What all copies of a standard share: standards are passed around far more often than made.
  private final class Content: Sendable {
    let id: Identifier
    let category: Category
    let fields: Fields
    let group: Group
    let position: Int
    let assessment: Assessment
    let relations: [Relation]

    init(
      _ id: Identifier, _ category: Category, _ fields: Fields, _ group: Group, _ position: Int
    ) {
      (self.id, self.category, self.fields) = (id, category, fields)
      (self.group, self.position) = (group, position)
      assessment = Assessment(fields.fields("assessment") ?? Fields())
      relations = Content.relations(fields)
    }

    /// The relations in the order of their kinds.
    private static func relations(_ fields: Fields) -> [Relation] {
      let lists = fields.entries.compactMap { entry in
        entry.value.list == nil
          ? nil : RelationKind.order[entry.name].map { (order: $0, list: entry.value) }
      }
      return lists.sorted { $0.order < $1.order }.flatMap { order, list in
        let kind = RelationKind.allCases[order]
        return (list.list ?? []).enumerated().compactMap { index, value in
          Relation.Target(value).map {
            Relation(kind: kind, target: $0, index: index)
          }
        }
      }
    }
  }

  private let content: Content

  package var id: Identifier { content.id }
  package var category: Category { content.category }
  /// All fields of the record, in declared order.
  package var fields: Fields { content.fields }
  package var group: Group { content.group }
  package var position: Int { content.position }
  package var assessment: Assessment { content.assessment }
  package var relations: [Relation] { content.relations }

  /// Returns nil where the fields do not meet ``Schema/standard``.
  ///
  /// - Parameter isChecked: Whether the fields are known to meet the schema.
  package init?(id: Identifier, category: Category, fields: Fields, isChecked: Bool = false) {
    guard isChecked || Schema.standard.problems(in: fields).isEmpty,
      let group = fields.text("group").flatMap(Group.init),
      let position = fields.integer("position")
    else { return nil }
    content = Content(id, category, fields, group, position)
  }

  package static func == (lhs: Standard, rhs: Standard) -> Bool {
    lhs.content === rhs.content
      || lhs.id == rhs.id && lhs.category == rhs.category && lhs.fields == rhs.fields
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(category)
    hasher.combine(fields)
  }

  package var briefName: String { fields.text("brief-name") ?? id.text }
  package var formalName: String { fields.text("formal-name") ?? "" }
  package var formerNames: [String] { fields.lines("formerly") }
  package var clause: String? { fields.text("clause") }
  package var scope: String { fields.text("scope") ?? "" }
  package var developers: [String] { fields.lines("sdo") }

  /// The names of `references` that the standard conforms to.
  package var conformsTo: [String] {
    fields.fields("conforms-to")?.lines("any-of") ?? fields.lines("conforms-to")
  }

  /// The standards of the portfolio that a relation of the kind names.
  package func targets(_ kind: RelationKind) -> [Identifier] {
    relations.compactMap { relation in
      guard relation.kind == kind, case .standard(let id) = relation.target else { return nil }
      return id
    }
  }
}

extension Standard.Relation.Target {
  /// Returns nil where the value is neither an id nor `{external: NAME}`.
  package init?(_ value: FieldValue) {
    if let id = value.text.flatMap(Identifier.init) {
      self = .standard(id)
    } else if let name = value.fields?.text("external") {
      self = .external(name)
    } else {
      return nil
    }
  }
}

/// A delisted standard: its last record, and why it was delisted.
package struct DelistedStandard: Hashable, Sendable {
  package let standard: Standard
  package let fields: Fields

  /// Returns nil where the fields do not meet ``Schema/delisted``.
  ///
  /// - Parameter isChecked: Whether the fields are known to meet the schema.
  package init?(id: Identifier, fields: Fields, isChecked: Bool = false) {
    guard isChecked || Schema.delisted.problems(in: fields).isEmpty,
      let category = fields.text("category").flatMap(Category.init)
    else { return nil }
    var record = fields
    for name in ["category", "proposal", "because", "replaced-by"] { record[name] = nil }
    guard let standard = Standard(id: id, category: category, fields: record) else { return nil }
    self.standard = standard
    self.fields = fields
  }

  package var proposal: Int { fields.integer("proposal") ?? 0 }
  package var because: String { fields.text("because") ?? "" }
  package var replacedBy: [Identifier] { fields.lines("replaced-by").compactMap { Identifier($0) } }
}
