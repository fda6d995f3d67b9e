import Diagnostics
import PortfolioModel

extension ChangeBuilder {
  /// A record that a request is about: one of the base, or one that the changes add.
  struct Record {
    let id: Identifier
    /// As the base has it; those of an added one as the changes so far have it.
    let fields: Fields
    let category: FieldValue?
    let isAdded: Bool

    init(_ standard: Standard) {
      id = standard.id
      fields = standard.fields
      category = .text(standard.category.rawValue)
      isAdded = false
    }

    fileprivate init(_ id: Identifier, added content: Fields) {
      self.id = id
      fields = content
      category = content["category"]
      isAdded = true
    }

    /// The fields with the category, as a record that is added holds them.
    var content: Fields {
      var content = fields
      content["category"] = category
      return content
    }

    var briefName: String { fields.text("brief-name") ?? id.text }
  }

  /// The record of an id; nil, with a refusal, where there is none.
  mutating func record(_ id: Identifier) -> Record? {
    list.addition(of: id).map { Record(id, added: $0) } ?? known(id).map { Record($0) }
  }

  /// The fields of a record as the changes so far leave them.
  func changed(_ record: Record) -> Fields {
    list.addition(of: record.id) ?? result.standards[record.id]?.fields ?? record.fields
  }

  /// The standard as the changes so far leave it; as the base has it where they take it away.
  func standard(of record: Record, in after: Portfolio) -> Standard? {
    after.standards[record.id] ?? basis.standards[record.id]
  }
}
