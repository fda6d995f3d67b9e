import Foundation
import History
import TestSupport
import Testing

@Suite("Co-authors, against git's reader of trailers")
struct CoauthorTests {
  private static let key = "Co-authored-by: Siri <siri@south.example>"

  /// Messages in which git finds a co-author.
  static let trailers: [String] = [
    "Title\n\n\(key)\n",
    "Title\n\nBody.\n\nSigned-off-by: A <a@x>\n\(key)\n",
    "Title\n\nco-AUTHORED-by: Siri <SIRI@south.example>\n",
    "Title\n\nCo-authored-by : Siri <siri@south.example>\n",
    "Title\n\nCo-authored-by\t:\tsiri@south.example\n",
    "Title\n\nCo-authored-by: Siri\n\t<siri@south.example>\n",
    "Title\n\nCo-authored-by:\n siri@south.example\n",
    "Title\n\nCo-authored-by: A <a@x>, Siri <siri@south.example>\n",
    "Title\n\nCo-authored-by: a@x; mailto:siri@south.example.\n",
    "Title\n\nCo-authored-by: (Siri)<siri@south.example>\r\n",
    // A paragraph that is partly something else, with a line that git itself writes.
    "Title\n\nWords.\n\(key)\n(cherry picked from commit 0123456789012345678901234567890123456789)\n",
    "Title\n\nWords.\nMore words.\nSigned-off-by: A <a@x>\n\(key)\n",
    "Title\n\n\(key)\n\n\n",
    "Title\n\n\(key)\n# a comment\n",
  ]

  /// Messages in which git finds none, and which hosts of git or readers take for one.
  static let lines: [String] = [
    "Title\n\n\(key)\n\nMore.\n", "\(key)\n", "Title\n\n    \(key)\n", "Title\n\n* \(key)\n",
    "Title\n---\n\(key)\n", "Title\n\nCo authored by: siri@south.example\n",
    "Title\n\nCo-developed-by: Siri <siri@south.example>\n\nMore.\n",
  ]

  /// The trailers that git finds, as `KEY: VALUE`.
  private func parsed(_ message: String) throws -> [String] {
    let file = FileManager.default.temporaryDirectory.path + "/message-\(UUID().uuidString)"
    try Data(message.utf8).write(to: URL(fileURLWithPath: file))
    defer { try? FileManager.default.removeItem(atPath: file) }
    let outcome = try Running.once(
      "/usr/bin/git", ["interpret-trailers", "--parse", "--no-divider", file],
      ["PATH": "/usr/bin:/bin", "HOME": "/", "GIT_CONFIG_NOSYSTEM": "1"])
    return outcome.out.components(separatedBy: "\n")
  }

  private func addresses(_ message: String) -> Set<String> {
    CoauthorLines.values(in: message).map { Credit(coauthor: $0).addresses }
      .reduce(into: []) { $0.formUnion($1) }
  }

  @Test("Finds all whom git finds", arguments: trailers)
  func read(message: String) throws {
    let found = try parsed(message).filter {
      $0.lowercased().hasPrefix("co-authored-by") && $0.lowercased().contains("siri@south.example")
    }
    #expect(found.count == 1, "git itself reads it")
    #expect(addresses(message).contains("siri@south.example"))
  }

  @Test("Finds those whom git does not take for trailers", arguments: lines)
  func shown(message: String) throws {
    #expect(addresses(message).contains("siri@south.example"))
  }

  @Test(
    "Finds none in other lines",
    arguments: [
      "Title\n\nSigned-off-by: Siri <siri@south.example>\n", "Ask Siri: siri@south.example\n",
      "Title\n\nCo-authored-by: A <a@x>\nReviewed-by: Siri <siri@south.example>\n",
      "Title\n\nCo-authored-by: A <a@x>\n\n siri@south.example\n",
    ])
  func none(message: String) throws {
    #expect(!addresses(message).contains("siri@south.example"))
  }
}
