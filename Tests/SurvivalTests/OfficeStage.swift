import Foundation
import TestSupport
import Testing

/// A step of a ballot or a survey, and how far all is before it.
protocol OfficeStage: CaseIterable, Sendable, CustomTestStringConvertible {
  /// "ballot" or "survey".
  static var matter: String { get }
  /// The words of the step, which the chair takes.
  var step: [String] { get }
  /// What a second run says where the first one was whole.
  var done: String { get }
  /// What opens all that was sealed, after a step that seals; nil after others.
  var opening: [String]? { get }

  /// What there is before the step.
  func place() throws -> Place
}

extension OfficeStage {
  var testDescription: String { "\(self)" }

  /// The commit before the ballot or survey.
  static func root(_ place: Place) throws -> String {
    try place.git("rev-parse", "root").trimmingCharacters(in: .newlines)
  }
}

extension OfficeStage {
  /// Kills the step at any instant, and takes it again: it is taken or not, all goes on, and what each
  /// receipt is of can be opened.
  func kill(_ times: Int) throws {
    let kills = StepKills(
      name: "\(Self.matter) \(self)", arguments: step, done: done, start: try place()
    ) { place, isEnd, context in
      guard isEnd, let opening else { return }
      let end = try place.rspmaint(opening, as: .reviewer)
      #expect(end.code == 0, "\(context): \(end.err)")
    }
    try kills.kill(times)
  }
}
