import FoundationEssentials
import PortfolioModel

/// An earlier report: what it held, by fingerprint.
package struct Since: Sendable {
  package struct Change: Sendable, Hashable, Decodable {
    package struct Subject: Sendable, Hashable, Decodable {
      let kind: String
      let id: String
    }

    let fingerprint: String
    let kind: String
    let subject: Subject
    let field: String?
  }

  private struct Content: Decodable {
    struct Consequence: Decodable {
      let fingerprint: String
      let sentence: String
    }

    let schema: String
    let base: String
    let head: String
    let date: String?
    let changes: [Change]
    let consequences: [Consequence]?
  }

  /// Why a text is no earlier report.
  package struct Problem: Error, Sendable {
    package let message: String
  }

  let base: String
  let head: String
  let date: String?
  let changes: [Change]
  /// Sentence by fingerprint.
  let consequences: [String: String]

  /// The versions that say what is read here in the same way.
  private static let schemas = ["rspmaint.diff/1", DiffReport.schema]

  /// Reads what `rspmaint diff --format json` wrote.
  package init(json: [UInt8]) throws(Problem) {
    let content: Content
    do {
      content = try JSONDecoder().decode(Content.self, from: Data(json))
    } catch {
      throw Problem(message: "it is not JSON of 'rspmaint diff --format json'")
    }
    guard Since.schemas.contains(content.schema) else {
      throw Problem(message: "its schema is '\(content.schema)', not '\(DiffReport.schema)'")
    }
    base = content.base
    head = content.head
    date = content.date
    changes = content.changes
    consequences = Dictionary((content.consequences ?? []).map { ($0.fingerprint, $0.sentence) }) {
      first, _ in first
    }
  }
}

extension DiffInput {
  /// The report of what is new since an earlier one, and of what is gone.
  package func since(_ earlier: Since) -> DiffInput {
    var input = self
    let known = Set(earlier.changes.map(\.fingerprint))
    input.differences.removeAll { known.contains(fingerprints[$0] ?? "") }
    let subjects = Set(
      input.differences.filter { difference in
        difference.kind != .set || difference.field == "group" || difference.factor != nil
      }.map(\.subject.id))
    input.moves.removeAll { !subjects.contains($0.standard) }
    input.consequences.removeAll {
      earlier.consequences[consequenceFingerprints[$0] ?? ""] != nil
    }
    input.since = earlier
    input.unchangedSince = differences.count - input.differences.count
    let now = Set(differences.compactMap { fingerprints[$0] })
    input.goneSince = earlier.changes.filter { !now.contains($0.fingerprint) }
    let follows = Set(consequences.compactMap { consequenceFingerprints[$0] })
    input.consequencesGone = earlier.consequences.filter { !follows.contains($0.key) }
      .sorted { $0.key < $1.key }.map(\.value)
    return input
  }
}
