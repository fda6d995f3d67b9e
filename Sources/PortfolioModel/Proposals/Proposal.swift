/// The nature of a proposal, which decides how many approvals it needs.
package enum Nature: String, CaseIterable, Sendable {
  case assessment, correction
  /// It changes neither ratings nor groups, relations, overrides, criteria or the list of
  /// standards.
  case editorial
}

/// The kind of a piece of evidence.
package enum EvidenceKind: String, CaseIterable, Sendable {
  case publication
  case sdoAnnouncement = "sdo-announcement"
  case implementationReport = "implementation-report"
  case survey
  case expertJudgement = "expert-judgement"
}

/// `proposal.yml`: a titled, reasoned set of changes, with evidence.
package struct Proposal: Hashable, Sendable {
  package let number: Int
  /// The name of the proposal's folder: `0001-list-something`.
  package let folder: String
  package let fields: Fields
  package let nature: Nature
  package let proposer: Person
  package let created: CalendarDate
  package let after: [Int]
  package let changes: [Change]

  /// Returns nil where the fields do not meet ``Schema/proposal``. Invalid changes are left out;
  /// ``Change/problems(in:at:)`` says why.
  ///
  /// - Parameter isChecked: Whether the fields are known to meet the schema.
  package init?(number: Int, folder: String, fields: Fields, isChecked: Bool = false) {
    guard isChecked || Schema.proposal.problems(in: fields).isEmpty,
      let nature = fields.text("nature").flatMap(Nature.init),
      let proposer = fields.text("proposer").flatMap(Person.init),
      let created = fields.text("created").flatMap({ CalendarDate($0) })
    else { return nil }
    self.number = number
    self.folder = folder
    self.fields = fields
    self.nature = nature
    self.proposer = proposer
    self.created = created
    after = fields.lines("after").compactMap { Int($0) }
    changes = fields.list("changes").enumerated().compactMap { index, value in
      value.fields.flatMap { Change($0, at: FieldPath(["changes", String(index)])) }
    }
  }

  package var title: String { fields.text("title") ?? "" }
  package var rationale: String { fields.text("rationale") ?? "" }
  package var evidence: [Fields] { fields.list("evidence").compactMap(\.fields) }
  /// The number as folders and reports write it: `0001`.
  package var label: String { Proposal.label(number) }

  package static func label(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// The highest number that a folder's name can hold.
  package static let lastNumber = 999_999

  /// The number at the beginning of a folder's name, `0001-…`, or nil.
  package static func number(ofFolder name: String) -> Int? {
    let digits = name.prefix { ("0"..."9").contains($0) }
    let rest = name.dropFirst(digits.count)
    guard digits.utf8.count >= 4, digits.utf8.count <= 6, rest.hasPrefix("-"),
      Identifier(String(rest.dropFirst())) != nil, let number = Int(digits), number > 0,
      label(number) == digits
    else { return nil }
    return number
  }
}

extension Proposal {
  /// A proposal that is only applied, not written: it has changes and no words. A new one has the
  /// number 0.
  package static func provisional(_ changes: [Change], number: Int = 0) -> Proposal? {
    Proposal(
      number: number, folder: "",
      fields: Fields([
        Fields.Entry("nature", .text(Nature.assessment.rawValue)),
        Fields.Entry("proposer", .text("Nobody <nobody@invalid>")),
        Fields.Entry("created", .text("1970-01-01")),
        Fields.Entry("changes", .list(changes.map { .fields($0.fields) })),
      ]))
  }
}
