import Foundation
import TestSupport
import Testing

/// A step of a ballot, and how far the ballot is before it.
enum BallotStage: OfficeStage {
  case open, take, end, dispose, close, recirculate

  static let matter = "ballot"

  var opening: [String]? {
    self == .take ? ["ballot", "end", "cd", "--because", "Enough."] : nil
  }

  /// The words of the step, which the chair takes.
  var step: [String] {
    switch self {
    case .open:
      [
        "ballot", "open", "cd", "--proposals", "7,8", "--title", "Draft", "--closes", "2026-12-31",
      ]
    case .take: ["ballot", "import", "cd", "--voter", "siri-second", "--vote", "approve"]
    case .end: ["ballot", "end", "cd", "--because", "Enough."]
    case .dispose:
      [
        "ballot", "dispose", "cd", "editors-1", "accepted", "--agreed", "Plenary, 2026-11-23",
      ]
    case .close: ["ballot", "close", "cd"]
    case .recirculate: ["ballot", "recirculate", "cd", "--closes", "2026-12-31"]
    }
  }

  /// What a second run says where the first one was whole.
  var done: String {
    switch self {
    case .open: "there is a ballot 'cd' already"
    case .take, .dispose: "already"
    case .end: "voting in ballot 'cd' has ended"
    case .close: "is closed and never changes again"
    case .recirculate: "voting in ballot 'cd' has not ended"
    }
  }

  /// The ballot before the step.
  func place() throws -> Place {
    guard let place = try BallotStage.places.get()[self] else { throw CocoaError(.fileNoSuchFile) }
    return place
  }

  private static let places = Swift.Result { try build() }

  private static func build() throws -> [BallotStage: Place] {
    let place = try Place.withCommittee()
    for (number, id) in [("7", "loinc"), ("8", "ucum")] {
      let outcome = try place.rspmaint(
        ["propose", id, "--set", "tooling=high", "--title", "Tools of \(id)", "--open"]
          + Scenario.words)
      try #require(outcome.code == 0, "\(outcome.err)")
      try approve(number, place)
    }
    var places: [BallotStage: Place] = [.open: try place.copy()]
    func take(_ stage: BallotStage) throws {
      let outcome = try place.rspmaint(stage.step, as: .reviewer)
      try #require(outcome.code == 0, "\(stage): \(outcome.err)")
    }
    try take(.open)
    for (voter, more) in [
      ("ada-editor", ["--comment", "8:ed=Mind the comma."]), ("rune-reviewer", []),
    ] {
      let outcome = try place.rspmaint(
        ["ballot", "import", "cd", "--voter", voter, "--vote", "approve"] + more, as: .reviewer)
      try #require(outcome.code == 0, "\(outcome.err)")
    }
    places[.take] = try place.copy()
    try take(.take)
    places[.end] = try place.copy()
    try take(.end)
    places[.dispose] = try place.copy()
    try take(.dispose)
    places[.close] = try place.copy()
    try place.prepare(
      "propose", "--update", "8", "--answers", "editors-1", "--set", "ucum:tooling=low")
    try approve("8", place)
    places[.recirculate] = place
    return places
  }

  private static func approve(_ number: String, _ place: Place) throws {
    for actor in [Sandbox.Actor.reviewer, .second] {
      try place.prepare("review", number, "--approve", as: actor)
    }
  }
}
