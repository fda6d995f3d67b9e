import Foundation
import PortfolioModel
import Records
import Reports
import Store
import TestSupport
import Testing
import Verbs

@Suite("A standard read without the others")
struct SingleStandardTests {
  @Test("Is shown and explained as with all records read")
  func reports() throws {
    let workspace = try Workspace(at: PublishedTablesTests.root.path)
    for source in [Workspace.SnapshotSource.worktree, .revision("HEAD")] {
      let whole = try workspace.snapshot(source).readable()
      for id in whole.standards.keys {
        let part = try workspace.snapshot(source, about: id.text).readable()
        #expect(part.standards.count < whole.standards.count)
        #expect(try texts(of: id, in: part) == texts(of: id, in: whole))
      }
    }
  }

  @Test("Has the history that it has with all records read")
  func history() throws {
    let workspace = try Workspace(at: PublishedTablesTests.root.path)
    let whole = try workspace.snapshot(.worktree)
    for id in try whole.readable().standards.keys {
      let part = try workspace.snapshot(.worktree, about: id.text, below: Layout.folders)
      let (found, expected) = (
        try StandardHistory(of: id, in: part), try StandardHistory(of: id, in: whole)
      )
      #expect(found.standing == expected.standing)
      #expect(found.events.map(\.title) == expected.events.map(\.title))
      #expect(found.events.map(\.entries) == expected.events.map(\.entries))
    }
  }

  @Test("Is not read for the changelog")
  func changelog() throws {
    let workspace = try Workspace(at: PublishedTablesTests.root.path)
    for source in [Workspace.SnapshotSource.worktree, .revision("HEAD")] {
      let (part, whole) = (try workspace.proposals(source), try workspace.snapshot(source))
      #expect(try part.readable().standards.isEmpty)
      let (found, expected) = (ChangelogFile(part), ChangelogFile(whole))
      #expect(found.text == expected.text && found.current == expected.current)
    }
  }

  @Test("Is found by a name, a part of one, and as an id that has no record")
  func names() throws {
    let workspace = try Workspace(at: PublishedTablesTests.root.path)
    let whole = try workspace.snapshot(.worktree)
    let name = try #require(try whole.readable().standards.values.first).briefName
    for text in [name, "no-such-standard"] {
      let read = try workspace.snapshot(.worktree, about: text)
      #expect(try read.readable() == whole.readable())
      #expect(read.proposals.count == whole.proposals.count)
    }
  }

  /// Both reports on a standard: why it stands where it does depends on more than its record.
  private func texts(of id: Identifier, in portfolio: Portfolio) throws -> [Report] {
    let standard = try #require(portfolio.standards[id])
    let today = try #require(CalendarDate("2026-01-01"))
    return [
      ShowReport(standard, in: portfolio).report,
      ExplainReport(standard, Judge(portfolio), Holds(portfolio, on: today)).report,
    ]
  }
}
