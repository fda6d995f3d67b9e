import Diagnostics
import Git
import PortfolioModel
import Records
import Testing

@testable import History

@Suite("A portfolio that is carried from commit to commit")
struct PortfolioTrailTests {
  /// Random trees of a small portfolio, good and bad, the same in every run.
  private struct Walk {
    private(set) var repository = MemoryRepository()
    private var files: [String: String]
    private var state: UInt64
    private static let folders = (1...4).map { "000\($0 % 3 + 1)-change-\($0)" }

    init(seed: UInt64) throws {
      state = seed
      files = try Texts.portfolio(requiresSignatures: false)
    }

    private mutating func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }

    mutating func step() throws -> ObjectID {
      for _ in 0...number(below: 3) { try edit() }
      let commit = try repository.commit(
        files, parents: [], "Step\n", author: .ada, committer: .ada,
        day: try Texts.day("2026-06-10"))
      return try repository.commit(commit).tree
    }

    private mutating func edit() throws {
      let standard = try #require(try Texts.portfolio(requiresSignatures: false)[Walk.standard])
      let start = "Proposals/\(Walk.folders[number(below: Walk.folders.count)])/"
      let level = ["low", "moderate", "high"][number(below: 3)]
      switch number(below: 20) {
      case 0...3: files[Walk.standard] = standard.replacing("tooling: low", "tooling: \(level)")
      case 4: files["Portfolio/standards/data/b.yml"] = standard
      case 5: files["Portfolio/standards/content/b.yml"] = standard
      case 6: files["Portfolio/standards/data/b.yml"] = nil
      case 7: files["Portfolio/standards/content/b.yml"] = nil
      case 8: files["Portfolio/delisted/b.yml"] = number(below: 2) == 0 ? nil : "broken: [\n"
      case 9:
        files[Layout.committeeFile] =
          try Texts.portfolio(requiresSignatures: false)[Layout.committeeFile]
          .map {
            number(below: 3) == 0
              ? "?\n" : $0.replacing("Bob", number(below: 2) == 0 ? "Rob" : "Bob")
          }
      case 10:
        files[Layout.criteriaFile] =
          try Texts.portfolio(requiresSignatures: number(below: 2) == 0)[Layout.criteriaFile]
      case 11: files[start + "notes.txt"] = number(below: 3) == 0 ? "Notes\n" : nil
      case 12: files = files.filter { !$0.key.hasPrefix(start) }
      case 13:
        files[start + "reviews/bob.yml"] =
          number(below: 3) == 0
          ? MemoryRepository.link
          : try Texts.review(
            "bob", "approve", on: "2026-06-10", of: String(repeating: "0", count: 40),
            signature: nil)
      case 14: files[Layout.changelogFile] = "Step \(number(below: 9))\n"
      case 15: files[start + "state.yml"] = nil
      case 16...17:
        files[start + "state.yml"] =
          "status: accepted\naccepted: {date: 2026-06-10, reviewers: [Bob], edition: E\(number(below: 2))}\n"
      default:
        files[start + "proposal.yml"] = try Texts.proposal(
          by: .ada, created: "2026-06-10", tooling: level)
        files[start + "state.yml"] = "status: open\n"
      }
    }

    private static let standard = "Portfolio/standards/data/a.yml"
  }

  @Test("Is the one that reading it whole gives", arguments: 1...20 as ClosedRange<UInt64>)
  func same(seed: UInt64) throws {
    var walk = try Walk(seed: seed)
    var trail = PortfolioTrail()
    for _ in 0..<40 {
      let tree = try walk.step()
      let carried = try trail.move(to: tree, walk.repository)
      let whole = try walk.repository.snapshot(ofTree: tree, named: tree.hex, after: nil)
      #expect(carried.portfolio == whole.portfolio)
      #expect(carried.proposals.map { "\($0)" } == whole.proposals.map { "\($0)" })
      #expect(carried.proposals.map(\.content) == whole.proposals.map(\.content))
      #expect(carried.fileDiagnostics == whole.fileDiagnostics)
      #expect(carried.unread == whole.unread)
      #expect(Set(carried.records.keys) == Set(whole.records.keys))
      #expect(carried.records.allSatisfy { $1.fields == whole.records[$0]?.fields })
      let changed = carried.files.changes(to: whole.files)
      #expect(changed.allSatisfy { $0 == Layout.changelogFile })
      #expect(carried.files.revision == tree.hex)
      #expect(trail.changelog.text == Changelog(whole).text)
    }
  }
}

extension String {
  fileprivate func replacing(_ old: String, _ new: String) -> String {
    split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }
}
