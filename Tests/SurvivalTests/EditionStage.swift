import Foundation
import TestSupport
import Testing

/// A step of an edition, and how far the edition is before it.
enum EditionStage: CaseIterable, Sendable, CustomTestStringConvertible {
  case cut, publish, confirm, correct, bundle

  var testDescription: String { "\(self)" }

  /// The file that a bundle is written to, beside the two folders.
  static let file = "edition.zip"

  /// The words of the step, which the chair takes.
  var step: [String] {
    switch self {
    case .cut:
      ["edition", "cut", "fdis", "--stage", "FDIS", "--carry", "all", "--since", "root"]
    case .publish: ["edition", "publish", "fdis", "--as", "ISO 21860:2027", "--number", "2"]
    case .confirm: ["edition", "confirm", "--because", "Resolution 4."]
    case .correct: ["changelog", "correct", "7", "--text", "The tools were counted in May."]
    case .bundle: ["edition", "bundle", "ISO 21860:2027", "--output", EditionStage.file]
    }
  }

  /// What a second run says where the first one was whole.
  var done: String {
    switch self {
    case .cut, .publish: "there is an edition"
    case .confirm: "is confirmed so already"
    case .correct: "says that already"
    case .bundle: "nothing is overwritten"
    }
  }

  /// The repository before the step.
  func place() throws -> Place {
    guard let place = try EditionStage.places.get()[self] else {
      throw CocoaError(.fileNoSuchFile)
    }
    return place
  }

  private static let places = Swift.Result { try build() }

  /// Two accepted proposals, the chair's edition of them, and what is in its way taken out.
  private static func build() throws -> [EditionStage: Place] {
    let place = try BallotStage.open.place().copy()
    try place.prepare("commit", "7", "8", as: .reviewer)
    try place.prepare("withdraw", "6", "--because", "It is stale.")
    var places: [EditionStage: Place] = [:]
    for stage in [EditionStage.cut, .publish] {
      places[stage] = try place.copy()
      let outcome = try place.rspmaint(stage.step, as: .reviewer)
      try #require(outcome.code == 0, "\(stage): \(outcome.err)")
    }
    for stage in [EditionStage.confirm, .correct, .bundle] { places[stage] = try place.copy() }
    return places
  }

  /// Holds that commit and tag of an edition are never apart for good: no tag stands on another commit
  /// than the one that made its edition, and at the end each edition has its tag.
  static func expectTags(_ place: Place, _ isEnd: Bool, _ context: String) throws {
    let made = try place.git(
      "log", "--format=%H %(trailers:key=RSP-Edition,valueonly,separator=%x2C)")
    var commits: [String: String] = [:]
    for line in made.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2 { commits[String(words[1]), default: ""] += String(words[0]) }
    }
    let tags = try place.git(
      "for-each-ref", "--format=%(refname:lstrip=3) %(*objectname)", "refs/tags/edition")
    var tagged: [String: String] = [:]
    for line in tags.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      tagged[words[0]] = words[1]
      #expect(commits[words[0]]?.contains(words[1]) == true, "\(context): \(line)")
    }
    guard isEnd else { return }
    let description = try place.git("show", "HEAD:Portfolio/portfolio.yml")
    let editions = description.components(separatedBy: "\neditions:\n").dropFirst().first ?? ""
    let listed = editions.split(separator: "\n").prefix { $0.hasPrefix("  ") }
      .filter { $0.hasPrefix("  - id: ") }.map { String($0.dropFirst("  - id: ".count)) }
    #expect(Set(tagged.keys) == Set(listed), "\(context): an edition without a tag")
  }

  /// Holds that a bundle's file is there whole, as a run wrote it that nobody stopped, or not at all.
  static func expectFile(
    _ place: Place, _ whole: Data, isThere: Bool, _ context: String
  ) throws {
    let path = place.root + "/" + EditionStage.file
    if isThere || place.exists(EditionStage.file) {
      #expect(FileManager.default.contents(atPath: path) == whole, "\(context): the file")
    }
    guard isThere else { return }
    let names = try FileManager.default.contentsOfDirectory(atPath: place.root)
    #expect(!names.contains { $0.hasPrefix(".rspmaint-") }, "\(context): \(names)")
  }

  /// What the bundle's file holds after a run that nobody stops.
  static func wholeFile() throws -> Data {
    let place = try EditionStage.bundle.place().copy()
    defer { place.remove() }
    let outcome = try place.rspmaint(EditionStage.bundle.step, as: .reviewer)
    try #require(outcome.code == 0, "\(outcome.err)")
    return try #require(FileManager.default.contents(atPath: place.root + "/" + EditionStage.file))
  }
}
