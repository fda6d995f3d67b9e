import Foundation
import TestSupport
import Testing

/// A step of a survey, and how far the survey is before it.
enum SurveyStage: OfficeStage {
  case open, take, close, round

  static let matter = "survey"

  var opening: [String]? {
    self == .take ? ["survey", "close", "use", "--because", "Enough."] : nil
  }

  var step: [String] {
    switch self {
    case .open:
      [
        "survey", "open", "use", "loinc", "ucum", "--factors", "tooling", "--title", "Use",
        "--closes", "2026-12-31",
      ]
    case .take: SurveyStage.take("Bo")
    case .close: ["survey", "close", "use", "--because", "Enough."]
    case .round: ["survey", "round", "use", "--closes", "2026-12-31"]
    }
  }

  var done: String {
    switch self {
    case .open: "there is a survey 'use' already"
    case .take: "already"
    case .close: "round 1 of survey 'use' has ended"
    case .round: "round 2 of survey 'use' goes on"
    }
  }

  func place() throws -> Place {
    guard let place = try SurveyStage.places.get()[self] else { throw CocoaError(.fileNoSuchFile) }
    return place
  }

  /// An expert's form is in the git folder, which every copy of the place has.
  static func take(_ name: String) -> [String] {
    [
      "survey", "import", "use", ".git/form.csv", "--expert",
      "\(name) <\(name.lowercased())@experts.example>",
    ]
  }

  private static let places = Swift.Result { try build() }

  private static func build() throws -> [SurveyStage: Place] {
    let place = try Place.withCommittee()
    var places: [SurveyStage: Place] = [.open: try place.copy()]
    func does(_ arguments: [String]) throws {
      let outcome = try place.rspmaint(arguments, as: .reviewer)
      try #require(outcome.code == 0, "\(arguments): \(outcome.err)")
    }
    try does(SurveyStage.open.step)
    try does(["survey", "export", "use", "--output", ".git/form.csv"])
    let form = place.root + "/.git/form.csv"
    let text = try String(contentsOfFile: form, encoding: .utf8)
    try text.replacing(",tooling,,,", with: ",tooling,,high,")
      .write(toFile: form, atomically: true, encoding: .utf8)
    try does(take("Ada"))
    places[.take] = try place.copy()
    try does(SurveyStage.take.step)
    places[.close] = try place.copy()
    try does(SurveyStage.close.step)
    places[.round] = place
    return places
  }
}

extension Place {
  /// A place with a committee, whose chair is the reviewer; the commit after which it begins has the tag
  /// `root`.
  static func withCommittee() throws -> Place {
    let place = try Template.place.get().copy()
    let path = "Portfolio/committee.yml"
    try place.write(
      """
      members:
        - {id: ada-editor, name: Ada Editor, email: ada@editors.example, affiliation: Editors, role: editor}
        - {id: rune-reviewer, name: Rune Reviewer, email: rune@north.example, affiliation: North, role: chair}
        - {id: siri-second, name: Siri Second, email: siri@south.example, affiliation: South, role: member}

      """, to: path)
    try place.git("add", path)
    try place.git("commit", "-q", "-m", "Name the committee", "--", path)
    try place.git("tag", "root")
    return place
  }
}
