import PortfolioModel

extension ChangeBuilder {
  /// The holds that the request asks for, of standards that are there.
  mutating func heldStandards(
    _ request: ProposeRequest, _ after: Portfolio
  ) -> [Override.Hold] {
    request.holds.filter { after.standards[$0.standard] != nil || known($0.standard) != nil }
  }
}
