import PortfolioModel

extension ChangeBuilder {
  /// The holds that the request asks for, of standards that are there.
  mutating func heldStandards(
    _ request: ProposeRequest, _ after: Portfolio
  ) -> [Override.Hold] {
    request.holds.compactMap { hold in
      guard let id = identifier(named: hold.standard),
        after.standards[id] != nil || known(id) != nil
      else { return nil }
      return Override.Hold(id, from: hold.from)
    }
  }
}
