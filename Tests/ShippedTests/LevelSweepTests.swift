import Diagnostics
import Foundation
import PortfolioModel
import Records
import Store
import Testing

@Suite("Every level of every record, changed by hand")
struct LevelSweepTests {
  @Test("Reports each level that misses a required criterion, and no other")
  func sweep() throws {
    let workspace = try Workspace(at: PublishedTablesTests.root.path)
    let snapshot = try workspace.snapshot(.worktree)
    let portfolio = try snapshot.readable()
    var checked = 0
    for standard in portfolio.inTableOrder {
      let path = Layout.path(of: standard.id, in: standard.category)
      let text = String(decoding: try #require(snapshot.files.bytes(path)), as: UTF8.self)
      for factor in Factor.allCases {
        guard case .level(let level) = standard.assessment[factor] else { continue }
        let line = "  \(factor.rawValue): \(level.rawValue)\n"
        for other in factor.levels where other != level {
          let changed = text.replacingOccurrences(
            of: line, with: "  \(factor.rawValue): \(other.rawValue)\n")
          let record = RecordFile(Array(changed.utf8), path: path, schema: .standard)
          #expect(record.diagnostics.isEmpty && record.isCanonical)
          var edited = portfolio
          edited.standards[standard.id] = Standard(
            id: standard.id, category: standard.category, fields: try #require(record.fields))
          let errors = Judge(edited).findings(on: standard.id).filter {
            $0.rule == .criterionMissed && $0.path == FieldPath(["assessment", factor.rawValue])
          }
          let name = "\(standard.group.rawValue).\(factor.rawValue)"
          let misses = isMissed(name, other, factor, standard, portfolio)
          #expect(errors.count == (misses ? 1 : 0), "\(standard.id) \(factor) \(other)")
          if let error = errors.first {
            #expect(error.severity == .error)
            #expect(error.message.contains(name))
            let number = text.components(separatedBy: "\n").firstIndex(of: String(line.dropLast()))
            #expect(record.places.location(of: error.path).line == (number ?? 0) + 1)
          }
          checked += 1
        }
      }
    }
    #expect(checked == 1_308)
  }

  /// By the thresholds of `criteria.yml` and the ledger's levels, read here in their plainest form.
  private func isMissed(
    _ name: String, _ level: Level, _ factor: Factor, _ standard: Standard, _ portfolio: Portfolio
  ) -> Bool {
    let groups = portfolio.criteria.fields.fields("groups")
    let required = groups?.fields(standard.group.rawValue)?.fields("required")
    guard let word = required?.fields(factor.rawValue)?.text("at-least"),
      let threshold = Level(rawValue: word)
    else { return false }
    func rank(_ level: Level) -> Int { factor.scale.firstIndex(of: level) ?? -1 }
    guard rank(level) < rank(threshold) else { return false }
    let waived = portfolio.overrides.values.flatMap(\.waivers).contains { waiver in
      waiver.standard == standard.id && waiver.criterion == name
        && (waiver.level.map { rank(level) >= rank($0) } ?? false)
    }
    return !waived
  }
}
