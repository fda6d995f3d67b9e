import Commands
import Diagnostics
import Exchange
import PortfolioModel
import Records
import Reports
import Verbs

/// What holds for any files under `Portfolio/` and `Proposals/`: the check of the whole, and what
/// it prints.
struct SnapshotProperties {
  private let snapshot: Snapshot
  private let validation: Validation

  init(_ snapshot: Snapshot, today: CalendarDate) {
    self.snapshot = snapshot
    validation = Validation(snapshot, today: today)
  }

  /// What does not hold, in words.
  func broken() -> [String] { places() + printed() }

  /// Whether the whole could be judged.
  var isReadable: Bool { snapshot.portfolio != nil }

  private func places() -> [String] {
    validation.diagnostics.compactMap { diagnostic in
      let place = diagnostic.location
      let isKnown =
        snapshot.files[place.path] != nil || diagnostic.rule == .missingFile
        || place.path == Layout.proposalsFolder
      guard isKnown, place.line >= 0, place.column >= 0 else {
        return "\(diagnostic.rule) is at \(place.text), which is not there"
      }
      return nil
    }
  }

  /// No report brings a control character to a terminal.
  private func printed() -> [String] {
    let findings = FindingsReport(
      validation.diagnostics, standards: validation.standards, proposals: validation.proposals,
      wording: \.text)
    return ReportProperties("the findings", findings.report, json: findings.json).broken()
  }

  /// What does not hold of the tables, in any format.
  func brokenTables() -> [String] {
    guard let portfolio = snapshot.portfolio else { return [] }
    let tables = TableReport(portfolio)
    return ReportProperties("the tables", tables.report, json: tables.json).broken()
      + ReportProperties.brokenSheet(TableSheet(portfolio).csv)
  }
}

/// Characters that move a cursor or turn text around.
enum HiddenCharacters {
  static func stand(in text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069,
        0xFEFF:
        true
      default: false
      }
    }
  }
}
