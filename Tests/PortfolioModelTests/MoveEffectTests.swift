import PortfolioModel
import Testing

@Suite("The effect of a move under 5.1")
struct MoveEffectTests {
  private static let moves: [(from: MoveOrigin, to: MoveTarget, effect: String)] = [
    (
      .preferred, .legacy,
      "It stays required where its scope applies, unless locally mandated otherwise (5.1)."
    ),
    (.emerging, .preferred, "It becomes required where its scope applies (5.1)."),
    (
      .preferred, .emerging,
      "It is no longer required where its scope applies: due consideration only (5.1)."
    ),
    (.new, .preferred, "Required where its scope applies (5.1)."),
    (.new, .emerging, "Due consideration only (5.1)."),
    (.legacy, .delisted, "It is no longer part of the portfolio."),
  ]

  @Test("Is said in one sentence", arguments: moves.indices)
  func sentence(index: Int) throws {
    let (from, to, effect) = MoveEffectTests.moves[index]
    let base = try Sample.portfolio(try from.group.map { [try Sample.standard("a", $0)] } ?? [])
    let head = try Sample.portfolio(try to.group.map { [try Sample.standard("a", $0)] } ?? [])
    let move = try #require(Move.all(from: base, to: head, proposals: []).first)
    #expect(move.effect == effect)
  }
}
