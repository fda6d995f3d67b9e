import PortfolioModel
import Testing

@testable import Records

/// What a portfolio weighs after a change, held against what it weighs by all its files.
@Suite("The weight of a portfolio")
struct WeightTests {
  private static let rules = [
    "Portfolio/portfolio.yml":
      "id: p\nformat: 1\ntitle: P\nedition: E\ncategories:\n  - id: data\n    name: Data\n",
    "Portfolio/criteria.yml":
      "regional: lowest\ngroups:\n  preferred:\n    required:\n      maturity: {at-least: final, "
      + "basis: b}\nmoves:\n  - {from: new, to: preferred}\nreview:\n"
      + "  assessment: {approvals: 2}\n  editorial: {approvals: 1}\n",
  ]

  private static let committees: [String?] = [
    nil, "members:\n  - {id: a, name: A, email: a@x, affiliation: A, role: member}\n",
    "members:\n  - {id: b, name: B, email: b@x, affiliation: A, role: member}\n",
  ]

  private static let states = [
    "status: draft\n", "status: open\n",
    "status: accepted\naccepted: {date: 2026-01-01, reviewers: [A], edition: E}\n",
    "status: withdrawn\nclosed: {date: 2026-01-01, by: A <a@x>, because: B.}\n", "status: x\n", nil,
  ]

  /// The files that some numbers choose, instead of those that were there.
  private func change(_ numbers: inout Numbers) -> [String: [UInt8]?] {
    let folder = "Proposals/000\(1 + numbers.number(below: 4))-p/"
    func text(_ text: String?) -> [UInt8]? { text.map { Array($0.utf8) } }
    let long = String(repeating: "x", count: numbers.number(below: 3) * 3000)
    let good =
      "title: T\nnature: editorial\nproposer: A <a@x>\ncreated: 2026-01-0\(1 + numbers.number(below: 9))\n"
    switch numbers.number(below: 10) {
    case 8:
      return [folder + "proposal.yml": text(good), folder + "state.yml": text(Self.states[1])]
    case 9:
      return [
        folder + "reviews/a.yml": text(
          "member: a\ndate: 2026-01-01\nverdict: approve\ncontent: "
            + String(repeating: "a", count: 40) + "\n")
      ]
    case 0: return [folder + "proposal.yml": text("title: \(long)\n")]
    case 1: return [folder + "proposal.yml": nil as [UInt8]?]
    case 2, 3: return [folder + "state.yml": text(Self.states[numbers.number(below: 6)])]
    case 4, 5:
      let name = ["a", "b", "c"][numbers.number(below: 3)]
      return [folder + "reviews/\(name).yml": text("comment: \(long)\n")]
    case 6: return ["Portfolio/committee.yml": text(Self.committees[numbers.number(below: 3)])]
    default:
      return [
        "Portfolio/standards/data/s\(numbers.number(below: 3)).yml": text("scope: \(long)\n"),
        "Portfolio/x.txt": numbers.number(below: 2) == 0 ? nil : text("x"),
      ]
    }
  }

  @Test("Is that of all files, change after change", arguments: 0..<20)
  func changes(seed: Int) {
    var numbers = Numbers(state: UInt64(seed))
    var files = PortfolioFiles()
    for (path, text) in Self.rules { files[path] = .bytes(Array(text.utf8)) }
    var snapshot = Snapshot(reading: files)
    var weight = PortfolioWeight(snapshot)
    for _ in 0..<60 {
      let after = snapshot.replacing(change(&numbers))
      weight = PortfolioWeight(
        after, after: snapshot, weight, changed: after.files.changes(to: snapshot.files))
      let whole = PortfolioWeight(after)
      #expect(weight.all == whole.all && weight.unfinished == whole.unfinished)
      #expect(weight.files == whole.files)
      for entry in after.proposals {
        let nothing = PortfolioWeight.Proposal()
        #expect(
          weight.proposals[entry.folder] ?? nothing == whole.proposals[entry.folder] ?? nothing)
      }
      snapshot = after
    }
  }

  @Test("Reads what replaced files make of a portfolio as it reads all files", arguments: 20..<40)
  func replaced(seed: Int) {
    var numbers = Numbers(state: UInt64(seed))
    var files = PortfolioFiles()
    for (path, text) in Self.rules { files[path] = .bytes(Array(text.utf8)) }
    var snapshot = Snapshot(reading: files)
    for _ in 0..<60 {
      snapshot = snapshot.replacing(change(&numbers))
      let whole = Snapshot(reading: snapshot.files)
      #expect(snapshot.portfolio == whole.portfolio && snapshot.unread == whole.unread)
      #expect(snapshot.fileDiagnostics == whole.fileDiagnostics)
      #expect(Set(snapshot.records.keys) == Set(whole.records.keys))
      func told(_ entry: ProposalEntry) -> String {
        let reviews = entry.reviews.map { "\($0.file) \($0.date) \($0.verdict)" }
        return "\(entry.folder) \(entry.proposal?.title ?? "-") \(entry.status.word) "
          + "\(entry.stateFault ?? "") \(reviews) \(entry.content)"
      }
      #expect(snapshot.proposals.map(told) == whole.proposals.map(told))
    }
  }

  /// Numbers that are the same in every run.
  private struct Numbers {
    var state: UInt64

    mutating func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }
}
