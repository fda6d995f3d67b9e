package import PortfolioModel

/// The texts of a proposal's files.
package enum ProposalFiles {
  package static func proposal(_ fields: Fields) -> String { CanonicalText.of(fields, .proposal) }
  package static func state(_ state: ProposalState) -> String {
    CanonicalText.of(state.fields, .state)
  }
  package static func review(_ fields: Fields) -> String { CanonicalText.of(fields, .review) }
}
