/// What follows elsewhere in the portfolio from what changes.
package struct Consequence: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// A preferred successor is gone, and its legacy predecessors miss their condition.
    case successorLost = "successor-lost"
    /// A row of a use case names no preferred standard any more.
    case useCaseUnserved = "use-case-unserved"
    /// A row of a use case names a standard that has become legacy.
    case useCaseLegacy = "use-case-legacy"
    /// A row of a use case names a standard that is not in the portfolio any more.
    case useCaseDangling = "use-case-dangling"
    /// A record still names a standard that is not in the portfolio any more.
    case relationDangling = "relation-dangling"
    /// A footnote keeps its text and gets another letter.
    case footnoteShifted = "footnote-shifted"
    /// Standards of one kind were changed alike, all but some.
    case siblingsLeft = "siblings-left"
    /// A standard now meets the criteria of another group.
    case standardDue = "standard-due"
    /// An override waives what is met.
    case overrideUnneeded = "override-unneeded"
    /// An override rests on what is gone, and waives no longer.
    case overrideLapsed = "override-lapsed"
    /// A text still says the old rating.
    case proseLeftBehind = "prose-left-behind"
    /// New criteria refuse what the old ones allowed.
    case criteriaRefuse = "criteria-refuse"
    /// New criteria allow what the old ones refused.
    case criteriaAllow = "criteria-allow"

    /// The kind as a heading.
    package var title: String {
      switch self {
      case .successorLost: "Successors lost"
      case .useCaseUnserved: "Use cases without a preferred standard"
      case .useCaseLegacy: "Use cases on a legacy standard"
      case .useCaseDangling, .relationDangling: "Names that lead nowhere"
      case .footnoteShifted: "Footnotes re-lettered"
      case .siblingsLeft: "Siblings left behind"
      case .standardDue: "Due for a move"
      case .overrideUnneeded: "Overrides no longer needed"
      case .overrideLapsed: "Overrides that lapse"
      case .proseLeftBehind: "Texts left behind"
      case .criteriaRefuse: "Refused by the new criteria"
      case .criteriaAllow: "Allowed by the new criteria"
      }
    }
  }

  package let kind: Kind
  /// The standards that it is about, in order.
  package let standards: [Identifier]
  /// What tells it apart from others of its kind, beyond the standards; no wording of the tool.
  package let key: [String]
  /// One whole sentence.
  package let sentence: String

  package init(
    _ kind: Kind, _ standards: [Identifier], key: [String] = [], _ sentence: String
  ) {
    self.kind = kind
    self.standards = standards
    self.key = key
    self.sentence = sentence
  }
}
