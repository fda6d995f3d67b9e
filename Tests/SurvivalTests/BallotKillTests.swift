import Foundation
import TestSupport
import Testing

@Suite(
  "The steps of a ballot and of a survey, killed at any instant", .serialized,
  .enabled(if: Survival.isOn, "RSPMAINT_SURVIVAL=1 runs it"))
struct BallotKillTests {
  /// So many that there are more than a hundred over all steps.
  private static let each = max(18, Survival.kills / 18)

  @Test("Are taken or not, lose nothing, and go on", arguments: BallotStage.allCases)
  func kills(stage: BallotStage) throws {
    try stage.kill(BallotKillTests.each)
  }

  @Test("Are taken or not, lose no answer, and go on", arguments: SurveyStage.allCases)
  func killsSurveys(stage: SurveyStage) throws {
    try stage.kill(BallotKillTests.each)
  }
}
