import Foundation
import TestSupport
import Testing

/// The text of a report, to be taken apart at its headings.
struct Report {
  private let lines: [String]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// What stands before the first section: what is compared, and how many changes there are.
  var start: String {
    get throws {
      let start = try #require(lines.firstIndex { $0.hasPrefix("- from ") })
      let end = lines.indices.first { isHeading($0) } ?? lines.count
      return lines[start..<end].joined(separator: "\n")
    }
  }

  private func isHeading(_ index: Int) -> Bool {
    index + 1 < lines.count && !lines[index].isEmpty
      && lines[index + 1] == String(repeating: "-", count: lines[index].count)
  }

  /// The section or the table that a heading begins, up to the next one.
  func part(_ heading: String) throws -> String {
    let isTable = { (index: Int) in
      lines[index - 1].isEmpty
        && (lines[index].hasPrefix("Table ") || lines[index].hasPrefix("Printed as before"))
    }
    let start = try #require(
      lines.indices.dropFirst().first {
        lines[$0].hasPrefix(heading) && (isHeading($0) || isTable($0))
      },
      "no part '\(heading)'")
    let end = lines.indices.first { $0 > start && (isHeading($0) || isTable($0)) } ?? lines.count
    return lines[start..<end].joined(separator: "\n")
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
}
