import Foundation
import TestSupport
import Testing

/// The text of a report, to be taken apart at its sections.
struct Report {
  private let lines: [String]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The first screen: what is compared, the verdict, the proposals and the objections.
  var start: String {
    get throws { text(lines.startIndex..<(try #require(firstChange))) }
  }

  /// The sections of the proposals, and of what none of them makes.
  var changes: String {
    get throws { text(try #require(firstChange)..<(try #require(consequences))) }
  }

  /// What the changes do together.
  var together: String {
    get throws { text(try #require(consequences)..<lines.endIndex) }
  }

  /// The lines from the one that begins so, up to the next blank one.
  func paragraph(_ start: String) throws -> String {
    let first = try #require(lines.firstIndex { $0.hasPrefix(start) })
    return text(first..<(lines[first...].firstIndex(of: "") ?? lines.endIndex))
  }

  private var firstChange: Int? {
    lines.indices.first { index in
      let isTitle =
        lines[index].prefix { $0.isNumber }.count == 4 || lines[index].hasPrefix("Changes")
      guard isTitle, let end = lines[index...].firstIndex(of: "") else { return false }
      return lines[end - 1].allSatisfy { $0 == "-" }
    }
  }

  private var consequences: Int? { lines.firstIndex { $0.hasPrefix("Consequences (") } }

  private func text(_ range: Range<Int>) -> String {
    lines[range].joined(separator: "\n")
      .replacingOccurrences(of: "\n+$", with: "\n", options: .regularExpression)
  }
}

extension Transcript {
  /// What 'rspmaint diff' tells.
  func report(
    _ arguments: String..., location: SourceLocation = #_sourceLocation
  ) throws -> Report {
    let outcome = try sandbox.rspmaint(["diff"] + arguments + ["--as-of", "2026-11-23"])
    #expect(outcome.code == 0 && outcome.err.isEmpty, "\(outcome.err)", sourceLocation: location)
    return Report(outcome.out)
  }

  /// Expects the report in three pieces: its first screen, the changes, what they do together.
  func expect(_ report: Report) throws {
    try expect(report.start, as: "report-start")
    try expect(report.changes, as: "report-changes")
    try expect(report.together, as: "report-together")
  }
}
