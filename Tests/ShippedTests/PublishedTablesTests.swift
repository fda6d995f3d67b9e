import CustomDump
import Foundation
import PortfolioModel
import Records
import Store
import TestSupport
import Testing

@Suite("The shipped records against the published tables")
struct PublishedTablesTests {
  static let root = URL(fileURLWithPath: Checkout.root)

  static func portfolio() throws -> Portfolio {
    let workspace = try Workspace(at: root.path)
    return try workspace.snapshot(.worktree).readable()
  }

  private static let words = [
    "Final": "final", "Trial": "trial-use", "Retired": "retired", "None": "none",
    "Pilot": "pilot", "Low": "low", "Moderate": "moderate", "High": "high",
    "Universal": "universal",
  ]

  private static let tables: [PortfolioModel.Category] = [
    .data, .content, .informationExchange, .privacyAndSecurity, .technicalWorkflow,
  ]

  @Test("Holds every name, group, order and level of the tables")
  func cells() throws {
    let portfolio = try PublishedTablesTests.portfolio()
    let text = try String(
      contentsOf: PublishedTablesTests.root.appending(path: "Tests/Fixtures/published-tables.tsv"),
      encoding: .utf8)
    let rows = text.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    #expect(rows.count == 83)
    var cells = 0
    var seen: [String: Int] = [:]
    for row in rows {
      let category = PublishedTablesTests.tables[(Int(row[0]) ?? 0) - 1]
      let group = try #require(Group(rawValue: row[1]))
      let place = (seen["\(row[0]) \(row[1])"] ?? 0)
      seen["\(row[0]) \(row[1])"] = place + 1
      #expect(row[2] == String(place + 1))
      let standard = portfolio.standards(in: category, group)[place]
      // A footnote's letter may stand on the name.
      expectNoDifference(standard.briefName, row[3].replacingOccurrences(of: " (b)", with: ""))
      for (factor, cell) in zip(Factor.allCases, row[4...7]) {
        cells += 1
        let level = cell.prefix { $0 != "(" }.trimmingCharacters(in: .whitespaces)
        switch standard.assessment[factor] {
        case .level(let rated):
          expectNoDifference(rated.rawValue, PublishedTablesTests.words[level])
        case .regional: #expect(level.isEmpty, "\(standard.id) \(factor)")
        case nil: Issue.record("\(standard.id) has no \(factor)")
        }
      }
    }
    #expect(cells == 332)
    #expect(portfolio.standards.count == 83)
  }

  @Test("Holds the footnotes where the tables print them")
  func footnotes() throws {
    let portfolio = try PublishedTablesTests.portfolio()
    let text = try String(
      contentsOf: PublishedTablesTests.root.appending(
        path: "Tests/Fixtures/published-footnotes.tsv"), encoding: .utf8)
    for line in text.split(separator: "\n").dropFirst() {
      let row = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let ids = row[3].split(separator: ",").compactMap { Identifier(String($0)) }
      let factors = row[4].split(separator: ",").compactMap { Factor(rawValue: String($0)) }
      for id in ids {
        let standard = try #require(portfolio.standards[id])
        switch row[2] {
        case "regional":
          for factor in factors {
            guard case .regional = standard.assessment[factor] else {
              Issue.record("\(id) is not rated by region")
              continue
            }
          }
        case "override":
          let entries = portfolio.overridesInOrder.filter { override in
            override.kind == .footnote && override.standards.contains(id)
          }
          let named = factors.map(TableColumn.factor)
          #expect(entries.map(\.cites) == [row[5] == "name" ? [.name] + named : named])
        case "qualifier" where !factors.isEmpty:
          let on = standard.fields.list("footnotes").compactMap(\.fields).map { $0.lines("on") }
          #expect(on == [factors.map(\.rawValue)])
        case "qualifier":
          let marked = portfolio.useCasesInOrder.flatMap(\.rows).filter {
            $0.fields["footnotes"] != nil
          }
          #expect(marked.map(\.standards) == [ids])
        default: break
        }
      }
    }
  }

  @Test("Misses the criteria exactly three times, each waived")
  func misses() throws {
    let portfolio = try PublishedTablesTests.portfolio()
    let judge = Judge(portfolio)
    let missed = portfolio.inTableOrder.flatMap { standard in
      judge.verdicts(on: standard, in: standard.group, .required).filter { !$0.isMet }.map {
        "\(standard.id) \($0.criterion.fullName) \($0.waivedBy?.text ?? "not waived")"
      }
    }
    expectNoDifference(
      missed,
      [
        "snomed-ct-rt-identifiers legacy.superseded-by-preferred snomed-rt-licence",
        "snomed-ct-numeric-identifiers emerging.product-adoption snomed-rt-licence",
        "ihe-tce preferred.product-adoption ihe-tce-as-published",
      ])
  }

  @Test("Is calibrated: every threshold is the tightest that its rows meet")
  func calibration() throws {
    let calibration = Calibration(try PublishedTablesTests.portfolio())
    for line in calibration.lines where line.threshold != nil {
      #expect(line.threshold == line.level, "\(line.group) \(line.factor)")
    }
    #expect(calibration.lines.count { $0.threshold != nil } == 11)
  }

  @Test("Holds 133 relations with 106 notes")
  func relations() throws {
    let standards = try PublishedTablesTests.portfolio().standards.values
    #expect(standards.map(\.relations.count).reduce(0, +) == 133)
    #expect(standards.map { $0.fields.list("relation-notes").count }.reduce(0, +) == 106)
  }
}
