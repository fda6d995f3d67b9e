import Foundation
import TestSupport
import Testing

/// What other programs read of `rspmaint.diff/1`, frozen: later versions still have to offer it.
private struct FrozenDiff1: Decodable {
  struct Subject: Decodable, Equatable {
    let kind: String
    let id: String
  }

  struct Change: Decodable, Equatable {
    let fingerprint: String
    let kind: String
    let subject: Subject
    let standard: String?
    let field: String?
    let proposals: [Int]
  }

  struct Move: Decodable, Equatable {
    let standard: String
    let from: String
    let to: String
    let effect: String?
    let override: String?
    let exception: String?
  }

  struct Consequence: Decodable, Equatable {
    let fingerprint: String
    let sentence: String
  }

  let base: String
  let head: String
  let date: String
  let changes: [Change]
  let moves: [Move]
  let consequences: [Consequence]
}

@Suite("Earlier reports")
struct EarlierReportTests {
  /// `diff-1.json` is what the tool wrote of the shipped draft under `rspmaint.diff/1`.
  private static let path =
    Sandbox.repositoryRoot + "/Tests/CommandTests/Snapshots/diff-1.json"

  @Test("Offers all that a reader of the first version reads, unchanged")
  func frozen() throws {
    let sandbox = try Sandbox(proposals: true)
    defer { sandbox.remove() }
    let text = try sandbox.rspmaint(
      ["diff", "--proposal", "1", "--format", "json", "--as-of", "2026-11-23"]
    ).out
    #expect(text.contains("\"schema\" : \"rspmaint.diff/2\""))
    let now = try JSONDecoder().decode(FrozenDiff1.self, from: Data(text.utf8))
    let data = try Data(contentsOf: URL(fileURLWithPath: EarlierReportTests.path))
    let then = try JSONDecoder().decode(FrozenDiff1.self, from: data)
    #expect(now.changes == then.changes && now.moves == then.moves)
    #expect(now.consequences == then.consequences && now.base == then.base)
  }

  @Test("Tells what is new since a report of the first version or of this one")
  func since() throws {
    let sandbox = try Sandbox(proposals: true)
    defer { sandbox.remove() }
    let now = sandbox.root + "-now.json"
    defer { try? FileManager.default.removeItem(atPath: now) }
    _ = try sandbox.rspmaint(["diff", "--proposal", "1", "--format", "json", "--output", now])
    for path in [EarlierReportTests.path, now] {
      let outcome = try sandbox.rspmaint(["diff", "--proposal", "1", "--since", path])
      #expect(outcome.code == 0, "\(outcome.err)")
      #expect(outcome.out.contains("Nothing is new"))
      #expect(
        outcome.out.replacingOccurrences(of: "\n", with: " ").contains(
          "Of its changes 2 still stand"))
    }
    let other = sandbox.root + "-other.json"
    defer { try? FileManager.default.removeItem(atPath: other) }
    try Data("{\"schema\":\"rspmaint.diff/3\",\"base\":\"\",\"head\":\"\",\"changes\":[]}".utf8)
      .write(to: URL(fileURLWithPath: other))
    let refused = try sandbox.rspmaint(["diff", "--since", other])
    #expect(refused.code == 65 && refused.err.contains("rspmaint.diff/3"))
  }
}
