import Diagnostics
import PortfolioModel

extension ChangeBuilder {
  /// The moves that the request's footnote explains, `ID[@FROM]` each: those that the changes make,
  /// or earlier ones of which the request says where they began.
  mutating func explainedMoves(
    _ request: ProposeRequest, _ after: Portfolio
  ) -> [Override.ExplainedMove] {
    request.explains.compactMap { text in
      let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
      guard let id = identifier(named: parts.first ?? "") else { return nil }
      guard let standard = after.standards[id] ?? known(id) else { return nil }
      let before = MoveOrigin(basis.standards[id]?.group)
      guard parts.count > 1 else {
        guard before.group != standard.group else {
          refuse(
            "\(standard.briefName) does not move: it stays \(standard.group.rawValue)",
            "move it: \(option: .set, "\(id):group=GROUP")",
            "or say where an earlier move began: \(option: .explainMove, "\(id)@FROM")")
          return nil
        }
        return Override.ExplainedMove(standard: id, from: before, to: standard.group)
      }
      guard let from = MoveOrigin(rawValue: parts[1]) else {
        refuse(
          "'\(parts[1])' is not a start of a move",
          "allowed: \(Vocabulary.moveOrigin.words.listed)")
        return nil
      }
      return Override.ExplainedMove(standard: id, from: from, to: standard.group)
    }
  }
}
