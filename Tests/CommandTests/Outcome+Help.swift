import Foundation
import TestSupport
import Testing

extension Sandbox.Outcome {
  /// The lines of help, without their mark.
  var help: [String] {
    err.split(separator: "\n").filter { $0.hasPrefix("  help: ") }.map { String($0.dropFirst(8)) }
  }

  /// The command in a line of help, from its first word on, with what it leaves open filled in.
  func command(_ line: Int, _ fills: [String: String] = [:]) throws -> String {
    try #require(line < help.count, "\(err)")
    let text = help[line]
    let starts = ["git ", "rm ", "cat ", "echo ", "mkdir ", "unset "].compactMap {
      text.firstRange(of: $0)?.lowerBound
    }
    let start = try #require(starts.min(), "no command in '\(text)'")
    return fills.reduce(String(text[start...])) {
      $0.replacingOccurrences(of: $1.key, with: $1.value)
    }
  }
}
