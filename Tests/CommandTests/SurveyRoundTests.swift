import Foundation
import TestSupport
import Testing

@Suite("What experts agree on")
struct SurveyRoundTests {
  @Test("Is reported with counts, median, spread and a picture, and asked again where disputed")
  func rounds() throws {
    try SurveySession.run { survey in
      try survey.answer()
      try survey.close()
      let report = try survey.does(
        ["survey", "report", "use", "--format", "markdown"], on: SurveySession.closed)
      #expect(report.contains("The experts agree on 2 of 6 ratings"), "\(report)")
      #expect(report.contains("moderate 3, high 1"), "\(report)")
      #expect(report.contains("▃") && report.contains("█"), "\(report)")
      let again = try survey.does(
        ["survey", "round", "use", "--closes", "2026-12-01"], on: SurveySession.closed)
      #expect(again.contains("asks again about 4 ratings of 6"), "\(again)")
      let rows = try survey.form(on: SurveySession.closed)
      #expect(rows[0].contains("Answers so far") && rows[0].contains("Rating"))
      #expect(rows.count == 5)
      #expect(
        rows.contains { $0.contains("low 1, moderate 1, high 1; no opinion 1; median moderate") },
        "\(rows)")
      for expert in SurveySession.experts.prefix(3) {
        try survey.answers(expert, ["icd-10 tooling": "low"], on: SurveySession.closed)
      }
      try survey.close("--because", "Enough.", on: SurveySession.closed)
      let json = try survey.does(
        ["survey", "report", "use", "--format", "json"], on: SurveySession.closed)
      #expect(json.contains("\"both\" : 3") && json.contains("\"same\" : 1"), "\(json)")
      #expect(try survey.audit() == [])
      let names = try survey.sandbox.git("ls-files", SurveySession.folder)
        .split(separator: "\n").filter { $0.contains("/responses/") }.map {
          $0.split(separator: "/").last
        }
      #expect(names.count == 7 && Set(names).count == 4)
    }
  }

  @Test("Is drawn on the page with bars and a text in their place, and in characters elsewhere")
  func pictures() throws {
    try SurveySession.run { survey in
      try survey.answer()
      try survey.close()
      let page = try survey.does(
        ["survey", "report", "use", "--format", "html"], on: SurveySession.closed)
      let pictures = page.matches(
        of: /<svg class="bars" [^>]*role="img"[^>]*aria-label="Answers: ([^"]+)">/)
      // Two regions and one deployment have no answer, and no picture.
      #expect(
        pictures.map { String($0.1) } == [
          "none 0, pilot 0, low 0, moderate 0, high 0, universal 3",
          "none 0, low 1, moderate 1, high 1", "none 0, low 0, moderate 3, high 1",
        ], "\(pictures.map { $0.1 })")
      #expect(page.components(separatedBy: "<rect class=\"bar\"").count == 1 + 1 + 3 + 2)
      #expect(!page.contains("▃") && !page.contains("█"))
      let text = try survey.does(["survey", "report", "use"], on: SurveySession.closed)
      #expect(text.contains("·····█") && !text.contains("<svg"), "\(text)")
    }
  }

  @Test("Becomes a proposal whose evidence is the survey, and is accepted")
  func proposes() throws {
    try SurveySession.run { survey in
      try survey.answer()
      let open = ["propose", "--from-survey", "use"]
      let sealed = try survey.refuses(open, as: .editor)
      #expect(sealed.contains("round 1 of survey 'use' goes on until 2026-11-05"), "\(sealed)")
      try survey.close()
      try survey.does(open, as: .editor, on: SurveySession.closed)
      let path = "Proposals/0001-rate-icd-10-as-the-experts-of-a-survey-do/proposal.yml"
      let text = try survey.sandbox.read(path)
      #expect(
        text.contains(
          "field: assessment.site-deployment.regions.us, from: high, to: universal"), "\(text)")
      #expect(text.contains("kind: survey"), "\(text)")
      #expect(text.contains("Proposals/surveys/use, 1 round, closed on 2026-11-06"), "\(text)")
      #expect(
        text.contains("universal, by 3 of 3 answers in round 1; before: high."), "\(text)")
      let twice = try survey.refuses(open, as: .editor, on: SurveySession.closed)
      #expect(twice.contains("is proposed already, by 0001"), "\(twice)")
      try survey.does(["open", "1"], as: .editor, on: SurveySession.closed)
      for actor in [Sandbox.Actor.reviewer, .second] {
        try survey.does(["review", "1", "--approve"], as: actor, on: SurveySession.closed)
      }
      try survey.does(["commit", "1"], as: .chair, on: SurveySession.closed)
      let record = try survey.sandbox.read("Portfolio/standards/data/icd-10.yml")
      #expect(
        record.contains("regions: {us: universal, canada: high, elsewhere: low}"), "\(record)")
      #expect(try survey.audit() == [])
    }
  }

  @Test("Becomes a proposal for each standard")
  func byStandard() throws {
    try SurveySession.run { survey in
      for expert in SurveySession.experts {
        try survey.answers(expert, ["loinc tooling": "high", "icd-10 tooling": "high"])
      }
      try survey.close()
      let said = try survey.does(
        ["propose", "--from-survey", "use", "--by-standard"], as: .editor, on: SurveySession.closed)
      #expect(
        said.contains("Wrote proposal 0001") && said.contains("Wrote proposal 0002"), "\(said)")
    }
  }

  @Test("Is moved to another machine with the names, and closed there")
  func moves() throws {
    try SurveySession.run { survey in
      try survey.answers("Ada", ["loinc tooling": "low"])
      try survey.sandbox.git("clone", "-q", ".", "../other")
      let there = ["--repo", "../other"]
      let form = try survey.filled("bo.csv", ["loinc tooling": ["Your level": "low"]])
      let take = ["survey", "import", "use", form, "--expert", SurveySession.person("Ada")] + there
      let lost = try survey.session.run(arguments: take, as: .chair, day: SurveySession.answered)
      #expect(lost.code == 1 && lost.err.contains("the salt of survey 'use'"), "\(lost.err)")
      try survey.does(["survey", "seal", "export", "../seal.zip"], on: SurveySession.answered)
      try survey.does(
        ["survey", "seal", "import", "../seal.zip"] + there, on: SurveySession.answered)
      let known = try survey.does(take, on: SurveySession.answered)
      #expect(known.contains("Ada has answered just that already."), "\(known)")
      try survey.does(["survey", "close", "use"] + there, on: SurveySession.closed)
    }
  }
}
