package import PortfolioModel

extension ProposalBoard {
  /// The proposals of a snapshot; nil where it holds no readable portfolio.
  ///
  /// - Parameter numbers: The proposals to judge, or nil for all.
  package init?(_ snapshot: Snapshot, today: CalendarDate, judging numbers: [Int]? = nil) {
    guard let base = snapshot.portfolio else { return nil }
    self.init(
      snapshot.proposals, on: base, names: .ofLayout, today: today, judging: numbers)
  }
}

extension ProposalFileNames {
  fileprivate static let ofLayout = ProposalFileNames(
    folder: Layout.proposalFolder, review: Layout.reviewFile,
    reviewStem: { Review.file(for: $0, blobID: blobID) })
}
