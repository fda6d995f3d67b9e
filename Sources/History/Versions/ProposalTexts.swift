import Git
import PortfolioModel
import Records

/// The parsed versions of a proposal's files. Each is parsed once; the texts are not kept.
struct ProposalTexts: Sendable {
  private var proposers: [ObjectID: Person?] = [:]
  private var states: [ObjectID: ProposalState?] = [:]
  /// The reviews by path in the folder, as a file's name is part of the review, and by blob.
  private var reviews: [String: [ObjectID: Review?]] = [:]

  func proposer(_ id: ObjectID) -> Person? { proposers[id] ?? nil }
  func state(_ id: ObjectID) -> ProposalState? { states[id] ?? nil }
  func review(_ path: String, _ id: ObjectID) -> Review? { reviews[path]?[id] ?? nil }

  /// Reads a version of a file, unless it is known already or is not a proposal, state or review.
  ///
  /// - Parameter text: Returns the bytes; nil where they are more than a record may have.
  mutating func read<Failure>(
    _ path: String, _ id: ObjectID, _ text: () throws(Failure) -> [UInt8]?
  ) throws(Failure) {
    switch path {
    case ProposalHistory.proposal where proposers[id] == nil:
      let proposer = try fields(.proposal, text)?.text("proposer").flatMap { Person($0) }
      proposers[id] = .some(proposer)
    case ProposalHistory.state where states[id] == nil:
      states[id] = .some(try fields(.state, text).flatMap { ProposalState(fields: $0) })
    case _ where path.hasPrefix(ProposalHistory.reviews) && path.hasSuffix(".yml"):
      guard reviews[path]?[id] == nil else { return }
      let stem = ProposalHistory.reviewStem(of: path)
      let review = try fields(.review, text).flatMap { Review(file: stem, fields: $0) }
      reviews[path, default: [:]][id] = .some(review)
    default: break
    }
  }

  private func fields<Failure>(
    _ schema: Schema, _ text: () throws(Failure) -> [UInt8]?
  ) throws(Failure) -> Fields? {
    try text().flatMap { RecordFile($0, path: "", schema: schema).fields }
  }
}
