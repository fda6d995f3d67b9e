import Diagnostics
import Git
import History
import PortfolioModel

/// One of several folders with one number, and what speaks for its keeping it.
struct NumberClaim: Hashable, Sendable {
  let folder: String
  var isAccepted = false
  /// Rejected or withdrawn.
  var isClosed = false
  var isReviewed = false
  var isShared = false
  /// Seconds since 1970: when it was saved first; nil where it was not.
  var since: Int64?

  /// The claim that keeps the number: an accepted one, else one that is closed, reviewed, shared, or
  /// the oldest.
  ///
  /// - Throws: `Refusal` where two were accepted: they and what they changed never change again.
  static func keeper(of claims: [NumberClaim]) throws(Refusal) -> NumberClaim {
    let accepted = claims.filter(\.isAccepted)
    guard accepted.count < 2, let first = claims.min(by: { $0.comes(before: $1) }) else {
      let number = accepted.first.flatMap { Proposal.number(ofFolder: $0.folder) } ?? 0
      throw Refusal(
        .refused,
        "two proposals with the number \(Proposal.label(number)) were accepted, and neither can "
          + "change any more: \(accepted.map(\.folder).conjunction)",
        help: ["name them by their folders; \(run: .auditSince) says what each changed"])
    }
    return first
  }

  private func comes(before other: NumberClaim) -> Bool {
    for (own, its) in [
      (isAccepted, other.isAccepted), (isClosed, other.isClosed), (isReviewed, other.isReviewed),
      (isShared, other.isShared),
    ] where own != its {
      return own
    }
    let ages = (since ?? .max, other.since ?? .max)
    return ages.0 == ages.1 ? folder.precedesBytewise(other.folder) : ages.0 < ages.1
  }
}

extension NumberClaim {
  /// - Parameter isShared: Whether a commit is in the shared repository.
  init(
    _ entry: ProposalEntry, in graph: ProposalsGraph?, isShared: (ObjectID) -> Bool = { _ in false }
  ) {
    let origin = graph?.origin(of: entry.folder)
    self.init(
      folder: entry.folder, isAccepted: entry.status == .accepted,
      isClosed: entry.isClosed, isReviewed: !entry.reviews.isEmpty,
      isShared: origin.map { isShared($0.id) } ?? false, since: origin?.committer.seconds)
  }
}
