import Git
import PortfolioModel
import Records

/// The parsed versions of a proposal's files. Each is parsed once; the texts are not kept.
struct ProposalTexts: Sendable {
  private var proposers: [ObjectID: Person?] = [:]
  private var states: [ObjectID: ProposalState?] = [:]
  /// The reviews by path in the folder, as a file's name is part of the review, and by blob.
  private var reviews: [String: [ObjectID: Review?]] = [:]

  init() {}

  /// The texts of a proposal that a snapshot holds: most of them were never changed, and are those of
  /// the history too.
  init(_ entry: ProposalEntry, in snapshot: Snapshot) {
    func id(_ path: String) -> ObjectID? {
      guard let bytes = snapshot.files.bytes(path), bytes.count <= Limits.record else { return nil }
      return ObjectID.blob(bytes)
    }
    if let proposal = entry.proposal, let id = id(Layout.proposalFile(entry.folder)) {
      proposers[id] = .some(proposal.proposer)
    }
    if let state = entry.state, !entry.isLeftOut, let id = id(Layout.stateFile(entry.folder)) {
      states[id] = .some(state)
    }
    for review in entry.reviews {
      guard let id = id(Layout.reviewFile(entry.folder, review.file)) else { continue }
      let path = Layout.reviewFile(entry.folder, review.file)
        .rest(after: Layout.proposalStart(entry.folder))
      reviews[path, default: [:]][id] = .some(review)
    }
  }

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
      let proposer = try record(.proposal, text)?.fields?.text("proposer").flatMap { Person($0) }
      proposers[id] = .some(proposer)
    case ProposalHistory.state where states[id] == nil:
      let record = try record(.state, text)
      states[id] = .some(
        record?.fields.flatMap {
          ProposalState(fields: $0, isChecked: record?.diagnostics.isEmpty ?? false)
        })
    case _ where path.hasPrefix(ProposalHistory.reviews) && path.hasSuffix(".yml"):
      guard reviews[path]?[id] == nil else { return }
      let stem = ProposalHistory.reviewStem(of: path)
      let record = try record(.review, text)
      let review = record?.fields.flatMap {
        Review(file: stem, fields: $0, isChecked: record?.diagnostics.isEmpty ?? false)
      }
      reviews[path, default: [:]][id] = .some(review)
    default: break
    }
  }

  private func record<Failure>(
    _ schema: Schema, _ text: () throws(Failure) -> [UInt8]?
  ) throws(Failure) -> RecordFile? {
    try text().map { RecordFile($0, path: "", schema: schema) }
  }
}
