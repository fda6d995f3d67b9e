package import Diagnostics
import Reports

/// Findings as a JUnit report: a test suite for each folder, a test case for each file.
///
/// A case fails where its file has findings that fail the run; the others stand in its output. So a
/// host that compares reports says which files went wrong since, and which were mended.
package struct JUnitReport: Sendable {
  private let findings: [String: [ReportedFinding]]
  private let paths: [String]
  private let failing: Severity?

  /// - Parameter paths: The files that were judged; those that findings name are added.
  /// - Parameter failing: The least severity that fails the run; nil for none.
  package init(_ findings: [ReportedFinding], of paths: [String], failing: Severity?) {
    self.findings = Dictionary(grouping: findings, by: \.finding.location.path)
    self.paths = Set(paths).union(self.findings.keys)
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.failing = failing
  }

  package var xml: String {
    var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#]
    lines.append(#"<testsuites name="rspmaint" \#(counts(of: paths))>"#)
    let folders = Dictionary(grouping: paths, by: JUnitReport.folder)
    for folder in folders.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let members = folders[folder] ?? []
      lines.append(#"  <testsuite name="\#(escaped(folder))" \#(counts(of: members))>"#)
      for path in members { lines += testCase(path, in: folder) }
      lines.append("  </testsuite>")
    }
    return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
  }

  private func counts(of paths: [String]) -> String {
    let failing = paths.count { !failures(at: $0).isEmpty }
    return #"tests="\#(paths.count)" failures="\#(failing)" errors="0" skipped="0""#
  }

  private func fails(_ reported: ReportedFinding) -> Bool {
    failing.map { reported.finding.severity >= $0 } ?? false
  }

  private func failures(at path: String) -> [ReportedFinding] {
    (findings[path] ?? []).filter(fails)
  }

  private func testCase(_ path: String, in folder: String) -> [String] {
    let name = folder.isEmpty ? path : String(Substring(path.utf8.dropFirst(folder.utf8.count + 1)))
    let start =
      #"    <testcase classname="\#(escaped(folder))" name="\#(escaped(name))" "#
      + #"file="\#(escaped(path))""#
    let failures = failures(at: path)
    let others = (findings[path] ?? []).filter { !fails($0) }
    guard let first = failures.first else {
      guard !others.isEmpty else { return [start + "/>"] }
      return [start + ">", output(others), "    </testcase>"]
    }
    let more = failures.count > 1 ? " (and \(failures.count - 1) more)" : ""
    return [
      start + ">",
      #"      <failure type="\#(first.finding.rule.rawValue)" "#
        + #"message="\#(escaped(first.place + first.message + more))">"#
        + text(failures) + "</failure>",
    ] + (others.isEmpty ? [] : [output(others)]) + ["    </testcase>"]
  }

  private func output(_ findings: [ReportedFinding]) -> String {
    "      <system-out>" + text(findings) + "</system-out>"
  }

  /// Each finding as the text report prints it.
  private func text(_ findings: [ReportedFinding]) -> String {
    findings.flatMap { reported in
      let finding = reported.finding
      return [
        "\(finding.location.text): \(finding.severity.rawValue): \(reported.message) "
          + "[\(finding.rule.rawValue)]"
      ] + reported.help.map { "  help: " + $0 }
    }.map(escaped).joined(separator: "\n")
  }

  private func escaped(_ text: String) -> String { HTMLText.escaped(text) }

  /// The folder of a path, empty for a plain name.
  private static func folder(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(Substring(path.utf8[..<slash]))
  }
}

extension ReportedFinding {
  /// "line 3, column 5: ", or nothing for a file as a whole.
  fileprivate var place: String {
    let place = finding.location
    return place.line == 0 ? "" : "line \(place.line), column \(place.column): "
  }
}
