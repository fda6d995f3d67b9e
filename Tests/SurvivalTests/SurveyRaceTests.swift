import Foundation
import TestSupport
import Testing

/// Officers at two terminals: what comes in is taken whole or refused, and all that was taken can be opened.
@Suite("Races for a survey", .serialized)
struct SurveyRaceTests {
  private static let close = ["survey", "close", "use", "--because", "Enough."]

  /// A survey with one answer, in which two steps are taken at the same moment, some times over.
  private func race(
    _ steps: [[String]], _ check: (Place, [Outcome]) throws -> Void
  ) throws {
    for _ in 0..<(Survival.isOn ? 10 : 2) {
      let place = try SurveyStage.take.place().copy()
      defer { place.remove() }
      let before = try Inspection(place)
      let runs = try steps.map {
        try place.start(Checkout.binary, $0 + Place.day, as: .reviewer)
      }
      try check(place, try runs.map { try $0.wait() })
      let now = try Inspection(place)
      #expect(now.isSound && now.work == before.work && now.status == before.status)
      let audit = try place.rspmaint(["audit", "--since", "root"])
      #expect(audit.code == 0, "\(audit.out)\(audit.err)")
    }
  }

  /// How many experts' responses hold answers, and how many are sealed.
  private func responses(_ place: Place) throws -> [Int] {
    let files = try place.git("ls-files", "Proposals/surveys/use/responses").split(separator: "\n")
    let opened = try files.filter { try place.read(String($0)).contains("\nanswers:\n") }.count
    return [opened, files.count - opened]
  }

  @Test("Takes what two experts sent at the same moment, and opens both")
  func twoExperts() throws {
    try race([SurveyStage.take("Bo"), SurveyStage.take("Cy")]) { place, outcomes in
      for outcome in outcomes { #expect(outcome.code == 0, "\(outcome.err)") }
      #expect(try responses(place) == [0, 3])
      let end = try place.rspmaint(SurveyRaceTests.close, as: .reviewer)
      #expect(end.code == 0 && end.out.contains("3 experts answered"), "\(end.out)\(end.err)")
      #expect(try responses(place) == [3, 0])
    }
  }

  @Test("Takes once what is taken twice at the same moment")
  func twice() throws {
    try race([SurveyStage.take("Bo"), SurveyStage.take("Bo")]) { place, outcomes in
      #expect(outcomes.map(\.code) == [0, 0], "\(outcomes.map(\.err))")
      #expect(outcomes.count { $0.out.contains("has answered just that already") } == 1)
      let end = try place.rspmaint(SurveyRaceTests.close, as: .reviewer)
      #expect(end.code == 0 && end.out.contains("2 experts answered"), "\(end.out)\(end.err)")
      let files = try place.git("ls-files", "Proposals/surveys/use/responses")
      for file in files.split(separator: "\n") {
        #expect(try place.read(String(file)).components(separatedBy: "digest:").count == 2)
      }
    }
  }

  @Test("Takes what comes in while the round is closed before the end, or refuses it")
  func againstClosing() throws {
    var late = 0
    try race([SurveyRaceTests.close, SurveyStage.take("Bo")]) { place, outcomes in
      #expect(outcomes[0].code == 0, "\(outcomes[0].err)")
      let isTaken = outcomes[1].code == 0
      if !isTaken {
        late += 1
        #expect(outcomes[1].code == 1)
        #expect(outcomes[1].err.contains("round 1 of survey 'use' has ended"), "\(outcomes[1].err)")
      }
      let found = try responses(place)
      #expect(found == [isTaken ? 2 : 1, 0])
      // Nothing that was taken, and nothing that came late, stays sealed.
      #expect(!place.exists(".git/rspmaint/surveys/use/1"))
    }
    if Survival.isOn { Survival.report("10 races with a closing: \(late) answers came late") }
  }
}
