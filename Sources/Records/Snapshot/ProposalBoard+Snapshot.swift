package import PortfolioModel

extension ProposalBoard {
  /// The proposals of a snapshot; nil where it holds no readable portfolio.
  ///
  /// - Parameter numbers: The proposals to judge, or nil for all.
  /// - Parameter ground: What is known of the snapshot's portfolio, where something is.
  package init?(
    _ snapshot: Snapshot, today: CalendarDate, judging numbers: [Int]? = nil,
    ground: ProposalGround? = nil
  ) {
    guard let base = snapshot.portfolio else { return nil }
    self.init(
      snapshot.proposals, on: base, names: .ofLayout, today: today, judging: numbers,
      ground: ground)
  }
}

extension ProposalFileNames {
  fileprivate static let ofLayout = ProposalFileNames(
    folder: Layout.proposalFolder, review: Layout.reviewFile,
    reviewStem: { Review.file(for: $0, blobID: blobID) })
}
