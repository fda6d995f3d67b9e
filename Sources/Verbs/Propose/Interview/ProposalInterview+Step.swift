import PortfolioModel

extension ProposalInterview {
  /// What is asked.
  enum Step: Sendable, Hashable {
    case find
    case choose([Identifier])
    case menu
    case level(Factor)
    case region(Factor)
    case group
    case field
    case fieldValue(String)
    case newID
    case newField(String)
    case delistReason
    case delistSuccessor(because: String)
    case criterion
    case criterionLevel(String)
    case transitions
    case overrideText
    case overrideSource
    case overrideWording
    case overrideReason
    case overrideReview
    case holdReason(Override.Hold.Ground)
    case holdEnd(Override.Hold.Ground)
    case title
    case rationale
    case evidenceTitle
    case evidencePlace(String)
    case opening
    case summary
  }
}
