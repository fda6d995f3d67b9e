import Git
import PortfolioModel
import Records
import Testing

@testable import History

@Suite("Folders that never had another name")
struct FolderLineTests {
  /// Random commits and merges of a few folders whose texts come from a small pool, the same in
  /// every run; merges may hold anything, as forged ones do.
  private struct Tangle {
    private(set) var repository = MemoryRepository()
    private(set) var commits: [ObjectID] = []
    private var state: UInt64

    static let folders = (1...5).map { "000\($0)-change-\($0)" }

    init(seed: UInt64, count: Int) throws {
      state = seed
      for step in 0..<count { try add(step) }
    }

    private mutating func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }

    private mutating func add(_ step: Int) throws {
      var parents: [ObjectID] = []
      for _ in 0..<(commits.isEmpty ? 0 : number(below: 3) == 0 ? 2 : 1) {
        let parent = commits[commits.count - 1 - number(below: min(6, commits.count))]
        if !parents.contains(parent) { parents.append(parent) }
      }
      let sides = parents.compactMap { repository.contents[$0] }
      var files = sides.first ?? ["Portfolio/none.yml": "x\n"]
      for folder in Tangle.folders where sides.count == 2 && number(below: 2) == 0 {
        let start = "Proposals/\(folder)/"
        files = files.filter { !$0.key.hasPrefix(start) }
        files.merge(sides[1].filter { $0.key.hasPrefix(start) }) { own, _ in own }
      }
      let start = "Proposals/\(Tangle.folders[number(below: Tangle.folders.count)])/"
      switch number(below: 8) {
      case 0: files = files.filter { !$0.key.hasPrefix(start) }
      case 1...3: files[start + "proposal.yml"] = "title: Text \(number(below: 6))\n"
      case 4: files[start + "state.yml"] = "status: \(["open", "draft"][number(below: 2)])\n"
      case 5: files[start + "reviews/bob.yml"] = "verdict: \(number(below: 4))\n"
      default: files["Portfolio/none.yml"] = "\(step)\n"
      }
      commits.append(
        try repository.commit(
          files, parents: parents, "Step \(step)\n", author: .ada, committer: .ada,
          day: try Texts.day("2026-06-10")))
    }
  }

  private func versions(
    _ folder: String, _ graph: ProposalsGraph, _ repository: MemoryRepository
  ) throws -> [String] {
    try ProposalHistory(of: folder, in: graph, repository).versions.map { version in
      let files = version.files.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.hex)" }
      return "\(version.commit?.id.hex ?? "") \(version.folder) \(version.parents) \(files)"
    }
  }

  private func place(_ one: ProposalsGraph.Introduction) -> String {
    "\(one.node) \(one.folder) \(one.text.hex)"
  }

  @Test(
    "Have the history that a walk through all commits gives",
    arguments: 1...12 as ClosedRange<UInt64>)
  func sameAnswers(seed: UInt64) throws {
    let tangle = try Tangle(seed: seed, count: 60)
    let tip = try #require(tangle.commits.last)
    let whole = try ProposalsGraph(tangle.repository, from: tip)
    var compared = 0
    for commit in tangle.commits.suffix(30) {
      let quick = whole.ending(at: commit)
      guard let node = quick.tip else { continue }
      var slow = quick
      for folder in Tangle.folders { slow.renamings[folder, default: []].formUnion([]) }
      for folder in Tangle.folders where !quick.isRenamed(folder) {
        compared += 1
        #expect(
          try versions(folder, quick, tangle.repository)
            == versions(folder, slow, tangle.repository))
        #expect(
          quick.authorship(of: folder).map(place) == slow.authorship(of: folder).map(place))
        for text in Set(whole.introductions.all.map(\.text)) {
          #expect(
            quick.original(of: text, in: folder).map(place)
              == slow.original(of: text, in: folder).map(place))
        }
        let reached = quick.reached(from: node)
        for one in whole.introductions.all {
          #expect(quick.leads(node, to: one) == reached.contains(one.node))
        }
      }
    }
    #expect(compared > 0)
  }
}
