import Foundation
import TestSupport
import Testing

/// Many reviewed proposals at once, each on a field of its own.
enum Crowd {
  /// Writes proposals with their approvals, commits them by git, and returns their numbers.
  static func write(_ count: Int, to place: Place) throws -> [Int] {
    let sample = try #require(
      FileManager.default.enumerator(atPath: place.root + "/Proposals")?
        .compactMap { $0 as? String }.first { $0.contains("/reviews/") })
    let review = sample.components(separatedBy: "/")[2]
    let changes = try Crowd.changes(in: place)
    try #require(changes.count >= count)
    var folders: [String] = []
    for (index, change) in changes.prefix(count).enumerated() {
      let number = 100 + index
      let folder = "Proposals/0\(number)-crowd-\(number)"
      folders.append(folder)
      try place.write(
        """
        title: Crowd \(number)
        nature: editorial
        proposer: Ada Editor <ada@editors.example>
        created: 2026-11-23
        changes:
          - standard: \(change.id)
            set:
        \(change.text)
        evidence:
          - {title: S, kind: survey, url: https://example.org/s}
        rationale: |
          R.

        """, to: folder + "/proposal.yml")
      try place.write("status: open\n", to: folder + "/state.yml")
    }
    let hashed = try place.run(
      "/usr/bin/git", ["hash-object"] + folders.map { $0 + "/proposal.yml" })
    let ids = hashed.out.split(separator: "\n")
    try #require(ids.count == count, "\(hashed.err)")
    for (folder, id) in zip(folders, ids) {
      try place.write(
        """
        reviewer: Rune Reviewer <rune@north.example>
        date: 2026-11-23
        verdict: approve
        content: \(id)

        """, to: folder + "/reviews/" + review)
    }
    try place.git("add", "Proposals")
    try place.git("commit", "-q", "-m", "Crowd: add", "--", "Proposals")
    return (0..<count).map { 100 + $0 }
  }

  /// A change of each field that can be absent.
  private static func changes(in place: Place) throws -> [(id: String, text: String)] {
    let names =
      FileManager.default.enumerator(atPath: place.root + "/Portfolio/standards")?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".yml") }.sorted() ?? []
    var changes: [(id: String, text: String)] = []
    for (field, text) in [
      ("formerly", "      - {field: formerly, insert: [Old name]}"),
      ("notes", "      - field: notes\n        to: |\n          New."),
      ("tooling-note", "      - {field: tooling-note, to: New}"),
    ] {
      for name in names {
        let record = try place.read("Portfolio/standards/" + name)
        let id = name.components(separatedBy: "/")[1].dropLast(4)
        if !record.contains("\n\(field):") { changes.append((String(id), text)) }
      }
    }
    return changes
  }
}
