/// An effect of a change elsewhere in the portfolio.
package struct Consequence: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// A preferred successor is gone, so that its legacy predecessors miss their condition.
    case successorLost = "successor-lost"
    /// A row of a use case no longer names a preferred standard.
    case useCaseUnserved = "use-case-unserved"
    /// A row of a use case names a standard that has become legacy.
    case useCaseLegacy = "use-case-legacy"
    /// A row of a use case names a standard that is no longer in the portfolio.
    case useCaseDangling = "use-case-dangling"
    /// A record still names a standard that is no longer in the portfolio.
    case relationDangling = "relation-dangling"
    /// A footnote keeps its text and gets another letter.
    case footnoteShifted = "footnote-shifted"
    /// Most standards of a family were changed in the same way, but some were not.
    case siblingsLeft = "siblings-left"
    /// A standard now meets the criteria of another group.
    case standardDue = "standard-due"
    /// An override waives a criterion that is met.
    case overrideUnneeded = "override-unneeded"
    /// An override rests on what is gone, and waives no longer.
    case overrideLapsed = "override-lapsed"
    /// A text still names the old rating.
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
  /// The standards concerned, in order.
  package let standards: [Identifier]
  /// Tells it from others of its kind with the same standards; it doesn't depend on wording.
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
