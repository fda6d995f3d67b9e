import PortfolioModel
import Testing

@testable import History

/// On which days a proposal can be accepted.
@Suite("Days of an acceptance")
struct AcceptanceDayTests {
  /// The day before, the commit's own day, a day that a file gives, the day that brought this, the
  /// day of the acceptance, and whether that is allowed.
  static let rows:
    [(parent: String?, own: String, file: String?, brought: String?, day: String, isAllowed: Bool)] =
      [
        (nil, "2026-06-10", nil, nil, "2026-06-10", true),
        (nil, "2026-06-10", nil, nil, "2026-06-11", true),
        (nil, "2026-06-10", nil, nil, "2026-06-09", true),
        (nil, "2026-06-10", nil, nil, "2026-06-12", false),
        (nil, "2026-06-10", nil, nil, "2026-06-08", false),
        ("2026-06-10", "2026-06-10", nil, nil, "2026-06-09", true),
        ("2026-06-11", "2026-06-10", nil, nil, "2026-06-09", false),
        ("2026-06-12", "2026-06-10", nil, nil, "2026-06-11", true),
        ("2026-06-13", "2026-06-10", nil, nil, "2026-06-11", false),
        (nil, "2026-06-10", "2026-06-10", "2026-06-10", "2026-06-10", true),
        (nil, "2026-06-10", "2026-06-10", "2026-06-10", "2026-06-09", false),
        (nil, "2026-06-10", "2026-06-11", nil, "2026-06-10", false),
        // What was yet to come when it was brought binds nobody.
        (nil, "2026-06-10", "2027-01-01", "2026-06-10", "2026-06-10", true),
      ]

  @Test("Allows the days between what came before and the commit", arguments: rows.indices)
  func days(index: Int) throws {
    let row = AcceptanceDayTests.rows[index]
    var days = AcceptanceDay(after: try row.parent.map(Texts.day), own: try Texts.day(row.own))
    if let file = row.file {
      days.add(try Texts.day(file), brought: try row.brought.map(Texts.day), "it was written")
    }
    let obstacle = days.obstacle(to: try Texts.day(row.day))
    #expect((obstacle == nil) == row.isAllowed, "row \(index): \(obstacle?.why ?? "no obstacle")")
    #expect(obstacle.map { !$0.help.isEmpty } ?? true)
  }

  @Test(
    "Holds the days of commits with a day's tolerance",
    arguments: [
      ("2026-06-11", true), ("2026-06-12", true), ("2026-06-13", false),
    ])
  func commits(brought: String, isAllowed: Bool) throws {
    var days = AcceptanceDay(after: nil, own: try Texts.day("2026-06-11"))
    days.add(commitOf: "its text", try Texts.day(brought))
    #expect((days.obstacle(to: try Texts.day("2026-06-11")) == nil) == isAllowed)
  }
}
