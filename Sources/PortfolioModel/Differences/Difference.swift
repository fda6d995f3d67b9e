/// One difference between two portfolios.
package struct Difference: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case set, add, delist, remove, confirm
  }

  /// The field that stands for a standard's id, which no record holds.
  package static let idField = "id"

  package let subject: SubjectID
  package let kind: Kind
  /// The field as proposals write it; nil where the whole subject comes or goes.
  package let field: String?
  package let from: FieldValue?
  package let to: FieldValue?

  package init(
    _ subject: SubjectID, _ kind: Kind, field: String? = nil, from: FieldValue? = nil,
    to: FieldValue? = nil
  ) {
    self.subject = subject
    self.kind = kind
    self.field = field
    self.from = from
    self.to = to
  }

  /// The factor whose rating differs, or nil.
  package var factor: Factor? {
    guard subject.kind == .standard, let steps = field.map({ FieldPath($0).steps }),
      steps.count >= 2, steps[0] == "assessment"
    else { return nil }
    return Factor(rawValue: steps[1])
  }
}
