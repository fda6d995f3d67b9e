import Foundation
import TestSupport
import Testing

/// Compares a text with a file of `Snapshots/`; RECORD_SNAPSHOTS=1 writes it, and then the run fails.
func expectSame(
  _ actual: String, asSnapshot name: String, _ location: SourceLocation = #_sourceLocation
) throws {
  let path = Sandbox.repositoryRoot + "/Tests/CommandTests/Snapshots/" + name
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    let file = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: file)
    Issue.record("recorded \(name)", sourceLocation: location)
    return
  }
  expectSame(actual, try String(contentsOfFile: path, encoding: .utf8), name, location)
}

/// Compares a text with what it should be, and shows the first line that differs.
func expectSame(
  _ actual: String, _ expected: String, _ name: String, _ location: SourceLocation
) {
  guard actual != expected else { return }
  let (left, right) = (
    expected.components(separatedBy: "\n"), actual.components(separatedBy: "\n")
  )
  let line = zip(left, right).prefix { $0 == $1 }.count
  func context(_ lines: [String]) -> String {
    lines[max(0, line - 3)..<min(lines.count, line + 8)].joined(separator: "\n")
  }
  Issue.record(
    "\(name) differs at line \(line + 1).\nexpected:\n\(context(left))\nis:\n\(context(right))",
    sourceLocation: location)
}
