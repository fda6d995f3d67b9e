import Foundation
import TestSupport
import Testing

@Suite(
  "The steps of a ballot, killed at any instant", .serialized,
  .enabled(if: Survival.isOn, "RSPMAINT_SURVIVAL=1 runs it"))
struct BallotKillTests {
  @Test("Are taken or not, lose nothing, and go on", arguments: BallotStage.allCases)
  func kills(stage: BallotStage) throws {
    let kills = StepKills(
      name: "ballot \(stage)", arguments: stage.step, done: stage.done, start: try stage.place()
    ) { place, isEnd, context in
      if isEnd, case .take = stage { try BallotKillTests.expectNothingLost(place, context) }
    }
    // So many that there are more than a hundred over all steps.
    try kills.kill(max(18, Survival.kills / 18))
  }

  /// Each receipt has its reply.
  private static func expectNothingLost(_ place: Place, _ context: String) throws {
    let end = try place.rspmaint(["ballot", "end", "cd", "--because", "Enough."], as: .reviewer)
    #expect(end.code == 0, "\(context): \(end.err)")
  }
}
