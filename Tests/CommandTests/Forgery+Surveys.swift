import Foundation
import TestSupport
import Testing

/// What is done to surveys.
extension Forgery {
  static let surveys: [Forgery] = [
    surveyed("a rule of agreement changed in a round", "survey.yml") {
      $0.replacing("share: 2/3", with: "share: 1/3")
    },
    surveyed("ratings that were not those of the day", "survey.yml", amends: true) {
      $0.replacing("factor: tooling, level: moderate", with: "factor: tooling, level: low")
    },
    surveyed("a receipt replaced while the round is open", "expert-", answers: true) {
      $0.replacing(/[0-9a-f]{64}/, with: String(repeating: "0", count: 64))
    },
    surveyed("an answer changed after its receipt", "expert-", closes: true) {
      $0.replacing("level: moderate", with: "level: high")
    },
    surveyed("an answer added after the end", "expert-", closes: true) {
      $0 + "  - standard: icd-10\n    factor: site-deployment\n    region: canada\n    level: low\n"
    },
    surveyed("an answer that is gone", "expert-", closes: true) {
      $0.replacing(/salt: [\s\S]*$/, with: "")
    },
    surveyed("the end of a round taken back", "survey.yml", closes: true) {
      $0.replacing(#/ +ended: .*\n/#, with: "")
    },
    Forgery("an expert added after the end", "audit-survey-forged", committee: true) {
      let survey = SurveySession($0)
      try survey.open()
      try survey.answers("Ada", ["loinc tooling": "moderate"])
      try survey.close()
      let path = try survey.response()
      let text = try $0.sandbox.read(path)
      try $0.sandbox.write(
        text, to: path.replacing(/expert-[0-9a-f]{12}/, with: "expert-000000000000"))
      try $0.commitAll("Add an expert", as: .chair)
    },
    Forgery("another's response edited by a member", "audit-survey-forged", committee: true) {
      let survey = SurveySession($0)
      try survey.open()
      try survey.answers("Ada", ["loinc tooling": "moderate"])
      let path = try survey.response()
      try $0.sandbox.git("rm", "-q", path)
      try $0.commitAll("Drop a response", as: .second)
    },
    Forgery("answers that are dated back", "audit-survey-forged", committee: true) {
      let survey = SurveySession($0)
      try survey.open()
      try survey.answers("Ada", ["loinc tooling": "moderate"])
      try $0.sandbox.git("commit", "-q", "--amend", "--no-edit", "--date=2026-11-23T12:00:00Z")
    },
    Forgery("a round that asks what was agreed", "audit-survey-forged", committee: true) {
      let survey = SurveySession($0)
      try survey.open()
      try survey.answer()
      try survey.close()
      try survey.does(
        ["survey", "round", "use", "--closes", "2026-12-01"], on: SurveySession.closed)
      let path = SurveySession.folder + "/survey.yml"
      try $0.sandbox.write(
        try $0.sandbox.read(path).replacing(
          "asks:\n", with: "asks:\n      - {standard: loinc, factor: tooling}\n"), to: path)
      try $0.amend()
    },
    Forgery("a survey that is gone", "audit-survey-forged", committee: true) {
      let survey = SurveySession($0)
      try survey.open()
      try $0.sandbox.git("rm", "-q", "-r", "Proposals/surveys")
      try $0.commitAll("Clean up", as: .chair)
    },
    Forgery("a survey opened by a member", "audit-survey-forged", committee: true) {
      try SurveySession($0).open()
      try $0.ascribe(to: .editor)
    },
  ]

  /// A file of the survey changed, in a commit of its own or in that of the last step.
  private static func surveyed(
    _ name: String, _ file: String, answers: Bool = false, closes: Bool = false,
    amends: Bool = false, _ change: @escaping @Sendable (String) throws -> String
  ) -> Forgery {
    Forgery(name, "audit-survey-forged", committee: true) {
      let survey = SurveySession($0)
      try survey.open()
      if answers || closes { try survey.answers("Ada", ["loinc tooling": "moderate"]) }
      if closes { try survey.close() }
      let path = file == "expert-" ? try survey.response() : "\(SurveySession.folder)/\(file)"
      let text = try $0.sandbox.read(path)
      let forged = try change(text)
      try #require(forged != text, "\(text)")
      try $0.sandbox.write(forged, to: path)
      if amends { try $0.amend() } else { try $0.commitAll("Edit a survey", as: .chair) }
    }
  }
}

extension SurveySession {
  /// The path of the one response.
  func response() throws -> String {
    let files = try sandbox.git("ls-files", SurveySession.folder).split(separator: "\n")
    return String(try #require(files.first { $0.contains("/expert-") }))
  }
}
