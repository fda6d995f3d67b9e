import Foundation
import TestSupport
import Testing

@Suite("A survey")
struct SurveyTests {
  @Test("Freezes what is asked and the ratings of the day")
  func opens() throws {
    try SurveySession.run { survey in
      let text = try survey.sandbox.read(SurveySession.folder + "/survey.yml")
      #expect(
        text == """
          title: Use in 2026
          opened: 2026-10-01
          factors: [site-deployment, tooling]
          standards: [loinc, icd-10]
          most-rounds: 3
          agreement: {answers: 3, share: 2/3}
          ratings:
            - {standard: loinc, factor: site-deployment, level: moderate}
            - {standard: loinc, factor: tooling, level: moderate}
            - {standard: icd-10, factor: site-deployment, region: us, level: high}
            - {standard: icd-10, factor: site-deployment, region: canada, level: high}
            - {standard: icd-10, factor: site-deployment, region: elsewhere, level: low}
            - {standard: icd-10, factor: tooling, level: moderate}
          rounds:
            - opened: 2026-10-01
              closes: 2026-11-05
              by: Cleo Chair <cleo@chair.example>

          """)
      let list = try survey.does(["survey", "list"], on: SurveySession.opened)
      #expect(list.contains("use") && list.contains("Use in 2026"), "\(list)")
      let show = try survey.does(["survey", "show", "use"], on: SurveySession.opened)
      #expect(show.contains("Experts do not see the rating in the first round."), "\(show)")
      let said = try survey.refuses(
        ["survey", "open", "use", "loinc", "--title", "T", "--closes", SurveySession.closes])
      #expect(said.contains("there is a survey 'use' already"), "\(said)")
      #expect(try survey.audit() == [])
    }
  }

  @Test("Refuses what can't be asked, and people who are no officers")
  func refusals() throws {
    try SurveySession.run(opens: false) { survey in
      let open = ["survey", "open", "use", "--title", "T", "--closes", SurveySession.closes]
      let member = try survey.refuses(open + ["loinc"], as: .editor)
      #expect(member.contains("is neither chair nor secretary, who alone run surveys"), "\(member)")
      let unknown = try survey.refuses(open + ["no-such-standard"], code: 66)
      #expect(unknown.contains("no-such-standard"), "\(unknown)")
      let early = ["survey", "open", "use", "loinc", "--title", "T", "--closes", "2026-10-09"]
      let late = try survey.refuses(early)
      #expect(late.contains("before it opens"), "\(late)")
      let nothing = try survey.refuses(open, code: 64)
      #expect(nothing.contains("Name standards, or a --category."), "\(nothing)")
      let none = try survey.refuses(["survey", "status", "use"], code: 66)
      #expect(none.contains("there is no survey 'use'"), "\(none)")
    }
  }

  @Test("Asks in CSV, without the rating, a row for each standard, factor and region")
  func form() throws {
    try SurveySession.run { survey in
      let rows = try survey.form()
      #expect(
        rows[0] == [
          "Standard id", "Standard", "Scope", "Factor", "Region", "Your level", "Certainty",
          "Evidence", "Comment", "Survey",
        ])
      #expect(
        rows.dropFirst().map { [$0[0], $0[3], $0[4]].joined(separator: "|") } == [
          "loinc|site deployment|", "loinc|tooling|", "icd-10|site deployment|us",
          "icd-10|site deployment|canada", "icd-10|site deployment|elsewhere", "icd-10|tooling|",
        ])
      #expect(
        rows.dropFirst().allSatisfy { $0[9].wholeMatch(of: /use \/ round 1 \/ [0-9a-f]{8}/) != nil }
      )
    }
    try SurveySession.run(opens: false) { survey in
      try survey.open("--show-ratings")
      let rows = try survey.form()
      #expect(rows[0].contains("Rating") && rows[2][5] == "moderate", "\(rows)")
    }
  }

  @Test("Shares nothing of an answer and of a name before the round is closed")
  func sealed() throws {
    try SurveySession.run(opens: false) { survey in
      try survey.open("--invite", SurveySession.person("Ada"), "--invite", "Eve <eve@x.example>")
      let form = try survey.filled(
        "ada.csv",
        [
          "loinc tooling": [
            "Your level": "universal-word", "Comment": "A remark of mine.", "Evidence": "A list",
          ],
          "icd-10 tooling": ["Your level": "no opinion", "Certainty": "guess"],
        ])
      let keep = try survey.path("kept")
      try FileManager.default.createDirectory(atPath: keep, withIntermediateDirectories: true)
      let arguments = [
        "survey", "import", "use", form, "--expert", SurveySession.person("Ada"), "--keep", keep,
      ]
      let said = try survey.does(arguments, on: SurveySession.answered)
      #expect(
        said.contains("'universal-word' is not a level of tooling, and was not taken"), "\(said)")
      #expect(said.contains("Ada has answered 2 of 6 rows."), "\(said)")
      let files = try survey.sandbox.git("ls-files", SurveySession.folder)
        .split(separator: "\n").map(String.init)
      let response = try #require(files.first { $0.contains("/responses/1/expert-") })
      #expect(files.count == 2)
      #expect(
        try survey.sandbox.read(response).wholeMatch(
          of: /receipts:\n  - \{date: 2026-10-10, time: "..:..:..", digest: [0-9a-f]{64}\}\n/)
          != nil)
      let all = try survey.sandbox.git("log", "-p", "--format=fuller")
      for word in ["A remark", "A list", "no-opinion", "guess", "Ada <ada", "ada@experts", "eve@"] {
        #expect(!all.contains(word), "\(word)")
      }
      let report = try survey.refuses(["survey", "report", "use"])
      #expect(report.contains("are sealed until its round ends"), "\(report)")
      let status = try survey.does(["survey", "status", "use"], on: SurveySession.answered)
      #expect(status.contains("1 of 2 invited experts answered"), "\(status)")
      #expect(status.contains("Eve <eve@x.example>") && !status.contains("Ada"), "\(status)")
      let again = try survey.does(arguments, on: SurveySession.answered)
      #expect(again.contains("Ada has answered just that already."), "\(again)")
      #expect(try survey.audit() == [])
    }
  }

  @Test("Refuses a form of another round, of another survey, and of none")
  func otherForms() throws {
    try SurveySession.run { survey in
      let form = try survey.filled("ada.csv", ["loinc tooling": ["Your level": "low"]])
      let expert = ["--expert", SurveySession.person("Ada")]
      let text = try String(contentsOfFile: form, encoding: .utf8)
      let last = try survey.path("last-year.csv")
      try text.replacing("round 1", with: "round 2").write(
        toFile: last, atomically: true, encoding: .utf8)
      let other = try survey.refuses(["survey", "import", "use", last] + expert, code: 65)
      #expect(other.contains("is of 'use / round 2 / "), "\(other)")
      #expect(other.contains("it was not taken"), "\(other)")
      let bare = try survey.path("bare.csv")
      try "Standard id,Factor,Your level\r\nloinc,tooling,low\r\n".write(
        toFile: bare, atomically: true, encoding: .utf8)
      let unmarked = try survey.refuses(["survey", "import", "use", bare] + expert, code: 65)
      #expect(unmarked.contains("does not say which survey it is of"), "\(unmarked)")
      let missing = try survey.refuses(
        ["survey", "import", "use", try survey.path("no.csv")] + expert, code: 66)
      #expect(missing.contains("no.csv can't be read"), "\(missing)")
    }
  }

  @Test("Replaces an expert's answers cell by cell while the round is open")
  func replaces() throws {
    try SurveySession.run { survey in
      try survey.answers("Ada", ["loinc tooling": "low", "icd-10 tooling": "high"])
      let said = try survey.answers("Ada", ["loinc tooling": "high"])
      #expect(said.contains("Ada has answered anew: 2 of 6 rows;"), "\(said)")
      try survey.close()
      let files = try survey.sandbox.git("ls-files", SurveySession.folder)
      let response = try #require(
        files.split(separator: "\n").map(String.init).first { $0.contains("expert-") })
      let text = try survey.sandbox.read(response)
      #expect(text.components(separatedBy: "digest:").count == 3)
      #expect(
        text.hasSuffix(
          """
          answers:
            - standard: loinc
              factor: tooling
              level: high
            - standard: icd-10
              factor: tooling
              level: high

          """), "\(text)")
      #expect(try survey.audit() == [])
    }
  }

  @Test("Is closed on its day, when all have answered, or earlier with a reason")
  func closing() throws {
    try SurveySession.run { survey in
      try survey.answers("Ada", ["loinc tooling": "low"])
      let early = try survey.refuses(["survey", "close", "use"])
      #expect(early.contains("goes on until 2026-11-05, and 1 expert answered"), "\(early)")
      try survey.close("--because", "The meeting was moved.", on: SurveySession.answered)
      #expect(
        try survey.refuses(["survey", "close", "use"]).contains("round 1 of survey 'use' has ended")
      )
      let sealed = survey.sandbox.root + "/.git/rspmaint/surveys/use"
      #expect(FileManager.default.fileExists(atPath: sealed + "/experts.yml"))
      #expect(!FileManager.default.fileExists(atPath: sealed + "/1"))
      let undone = try survey.refuses(["undo"])
      #expect(undone.contains("what was opened is never sealed again"), "\(undone)")
      #expect(try survey.audit() == [])
    }
    try SurveySession.run(opens: false) { survey in
      try survey.open("--invite", SurveySession.person("Ada"))
      try survey.answers("Ada", ["loinc tooling": "low"])
      try survey.close(on: SurveySession.answered)
    }
  }

  @Test("Stands in 'status' while it goes on, and as due when it may be closed")
  func status() throws {
    try SurveySession.run { survey in
      func status(_ day: String) throws -> String {
        let text = try survey.does(["status"], on: day).replacing("\n  ", with: " ")
        let lines = text.split(separator: "\n").drop { $0 != "Surveys" }
        return lines.dropFirst().first.map(String.init) ?? ""
      }
      try survey.answers("Ada", ["loinc tooling": "low"])
      #expect(
        try status(SurveySession.answered)
          == "- use Use in 2026: round 1 goes on until 2026-11-05, 26 days left; 1 expert answered."
      )
      let end = "; end it with 'rspmaint survey close use'."
      #expect(
        try status(SurveySession.closes)
          == "- use Use in 2026: round 1 goes on until today; 1 expert answered" + end)
      #expect(
        try status(SurveySession.closed)
          == "- use Use in 2026: round 1 was to close on 2026-11-05 and waits to be closed; "
          + "1 expert answered" + end)
      let json = try survey.does(["status", "--format", "json"], on: SurveySession.closed)
      let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
      let one = try #require((object?["surveys"] as? [[String: Any]])?.first)
      #expect(one["survey"] as? String == "use" && one["closes"] as? String == "2026-11-05")
      #expect(one["due"] as? Bool == true && one["answered"] as? Int == 1)
      #expect(one["invited"] is NSNull && one["round"] as? Int == 1)
      try survey.close()
      #expect(try status(SurveySession.closed) == "")
      let path = SurveySession.folder + "/survey.yml"
      try survey.sandbox.write("title: Half\n", to: path)
      let broken = try survey.sandbox.rspmaint(["status", "--as-of", SurveySession.closed])
      #expect(
        broken.out.replacing("\n  ", with: " ").contains(
          "- use: it can't be read: 'rspmaint validate' says why."), "\(broken.out)\(broken.err)")
    }
  }

  @Test("Closes with answers that a folder keeps, and not without them")
  func keeps() throws {
    try SurveySession.run { survey in
      let keep = try survey.path("kept")
      try FileManager.default.createDirectory(atPath: keep, withIntermediateDirectories: true)
      try survey.answers("Ada", ["loinc tooling": "low"], "--keep", keep)
      try survey.sandbox.shell("rm -r .git/rspmaint/surveys/use/1")
      let lost = try survey.refuses(["survey", "close", "use"], on: SurveySession.closed)
      #expect(lost.contains("are not sealed on this machine"), "\(lost)")
      try survey.close("--kept", keep)
    }
  }
}
