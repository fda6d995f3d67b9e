package import Parallel

/// One folder of `Proposals/`.
package struct ProposalEntry: Sendable {
  package let number: Int
  package let folder: String
  /// Nil where `proposal.yml` can't be read.
  package let proposal: Proposal?
  /// Nil where `state.yml` is missing or can't be read, so that the proposal's status is unknown.
  package let state: ProposalState?
  /// Why there is no ``state``, as a phrase.
  package let stateFault: String?
  package let reviews: [Review]
  /// The content id: the git blob id of `proposal.yml`, 40 hexadecimal digits.
  package var content: String { identity.value }
  /// What works the content id out; entries of one text share it.
  package let identity: Later<String>
  /// Whether only the state of a rejected or withdrawn proposal was read, as its other files exceed
  /// the reading budget.
  package let isLeftOut: Bool

  /// - Parameter identity: The content id, which is asked for where something depends on it.
  package init(
    number: Int, folder: String, proposal: Proposal?, state: ProposalState?, stateFault: String?,
    reviews: [Review], identity: Later<String>, isLeftOut: Bool = false
  ) {
    self.number = number
    self.folder = folder
    self.proposal = proposal
    self.state = state
    self.stateFault = stateFault
    self.reviews = reviews
    self.identity = identity
    self.isLeftOut = isLeftOut
  }

  package var status: ProposalStatus? { state?.status }
  package var isClosed: Bool { status?.isClosed ?? false }
  /// The settlements of objections; empty where the state can't be read.
  package var resolutions: [ProposalState.Resolution] { state?.resolutions ?? [] }
  /// The reviewers whom reviews name by name and address, as they do without a committee.
  package var reviewers: [Person] {
    reviews.compactMap { review in
      guard case .person(let person) = review.reviewer else { return nil }
      return person
    }
  }
  package var label: String { Proposal.label(number) }
}

extension [ProposalEntry] {
  /// The first proposal with a number, or nil.
  package func numbered(_ number: Int) -> ProposalEntry? { first { $0.number == number } }
}
