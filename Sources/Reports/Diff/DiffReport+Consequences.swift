import Diagnostics
import PortfolioModel

extension DiffReport {
  /// What else is affected, by kind; or that nothing is.
  func consequences(_ report: inout Report) {
    let told = consequencesToTell
    report.section("consequences", "Consequences", count: told.count) { section in
      guard !told.isEmpty else {
        section.paragraph("Nothing else in the portfolio is affected.")
        return
      }
      for title in told.map(\.kind.title).unique {
        section.heading(3, title)
        section.items(
          told.filter { $0.kind.title == title }.map { consequence in
            Report.Item(
              entry: entry(telling: "consequence", of: consequence.standards),
              spans: [Span(inWords(consequence.sentence))])
          })
      }
    }
  }

  /// The consequences, in the order of their kinds; what a finding that weighs more says again is
  /// left to it.
  private var consequencesToTell: [Consequence] {
    Consequence.Kind.allCases.flatMap { kind in
      input.consequences.filter { consequence in
        consequence.kind == kind
          && !conflictErrors.contains {
            consequence.sentence.hasSameBytes(as: $0.capitalisedFirst + ".")
          }
          && !input.findings.contains { $0.severity == .error && tells($0, consequence) }
      }
    }
  }

  /// The findings that neither a conflict nor, in a reader's words, a consequence says.
  var findingsToTell: [Diagnostic] {
    input.findings.filter { finding in
      !conflictErrors.contains { $0.hasSameBytes(as: finding.message) } && !isMeeting(finding)
        && (finding.severity == .error || !input.consequences.contains { tells(finding, $0) })
    }
  }

  /// Whether a proposal only finds changed what another one of the report changes.
  private func isMeeting(_ finding: Diagnostic) -> Bool {
    finding.rule == .staleChange
      && input.conflicts.contains { conflict in
        !conflict.touched.isEmpty
          && [conflict.first, conflict.second].contains(number(of: finding))
      }
  }

  private var conflictErrors: [String] { input.conflicts.flatMap(\.errors) }

  /// Whether a finding and a consequence say the same.
  private func tells(_ finding: Diagnostic, _ consequence: Consequence) -> Bool {
    let kind: Consequence.Kind? =
      switch finding.rule {
      case .useCaseNamesLegacy: .useCaseLegacy
      case .useCaseNamesEmerging: .useCaseUnserved
      case .useCaseNamesDelisted: .useCaseDangling
      case .namesDelistedStandard: .relationDangling
      case .standardDue: .standardDue
      case .overrideUnneeded: .overrideUnneeded
      case .proseLeftBehind: .proseLeftBehind
      default: nil
      }
    guard consequence.kind == kind else { return false }
    return finding.standard.map { consequence.standards.map(\.text).contains($0) } ?? false
  }

  /// Where standards move on the map, and the chains of supersession that the changes touch.
  func pictures(_ report: inout Report) {
    guard !isPlain, !input.isFromNothing else { return }
    let map = AdoptionMap(from: input.from, to: input.to)
    let touched = Set(input.moves.map(\.standard))
    let chains = SupersessionChains(from: input.from, to: input.to, touched: touched)
    report.section("pictures", "Where standards stand") { section in
      if !map.marks.isEmpty {
        section.foldable("Map of the standards by product adoption and site deployment", if: isLong)
        {
          $0.blocks.append(.picture(.map(map)))
        }
      }
      if !chains.isEmpty {
        section.foldable("Which standard supersedes which", if: isLong) {
          $0.blocks.append(.picture(.chains(chains)))
        }
      }
    }
  }
}
