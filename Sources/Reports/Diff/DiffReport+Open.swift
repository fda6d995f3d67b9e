import Diagnostics
import PortfolioModel

extension DiffReport {
  /// Conflicts and findings: what is still open besides reviews.
  func open(_ report: inout Report) {
    conflicts(&report)
    let findings = findingsToTell
    report.section("findings", "Findings", count: findings.count) { section in
      section.items(findings.map(finding))
      if findings.isEmpty, input.conflicts.isEmpty, !isEmpty {
        section.paragraph("Nothing to mend.")
      }
    }
  }

  private func conflicts(_ report: inout Report) {
    report.section("conflicts", "Conflicts", count: input.conflicts.count) { section in
      section.items(
        input.conflicts.map { conflict in
          let labels = [conflict.first, conflict.second].map(Proposal.label)
          return Report.Item(
            entry: ReportEntry(
              fingerprints: [], kind: "conflict", categories: [],
              proposals: [conflict.first, conflict.second], standards: []),
            spans: [
              Span(labels.conjunction, .strong),
              Span(
                conflict.touched.isEmpty
                  ? " are valid alone but not together: \(inWords(conflict.errors.listed))"
                  : " both change \(meetings(conflict).conjunction); only one of them can be "
                    + "committed as it is"), ".",
            ])
        })
    }
  }

  /// The places that both proposals of a conflict change.
  private func meetings(_ conflict: ProposalConflict) -> [String] {
    let both = input.proposals.map(\.proposal).filter {
      $0.number == conflict.first || $0.number == conflict.second
    }
    guard both.count == 2 else { return conflict.touched }
    let seconds = both[1].touches.map(\.touch)
    return both[0].touches.map(\.touch).filter { touch in
      seconds.contains { touch.overlaps($0) }
    }.map { touch in
      let field = touch.path.isRoot ? nil : touch.path.description
      return place(Difference(touch.subject, .set, field: field))
    }.unique
  }

  /// A finding in a reader's words; where it stands in a file is what 'validate' says.
  private func finding(_ diagnostic: Diagnostic) -> Report.Item {
    let role: Role =
      switch diagnostic.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    let number = number(of: diagnostic)
    let standard = diagnostic.standard.flatMap { Identifier($0) }
    let about =
      number.map(Proposal.label) ?? standard.map(input.name) ?? diagnostic.location.text
    return Report.Item(
      entry: ReportEntry(
        fingerprints: [], kind: "finding",
        categories: standard.flatMap(input.category).map { [$0.rawValue] } ?? [],
        proposals: number.map { [$0] } ?? [], standards: diagnostic.standard.map { [$0] } ?? []),
      spans: [
        Span(diagnostic.severity.rawValue.capitalisedFirst, role), Span(", \(about): "),
        Span(inWords(diagnostic.message)), Span(" [\(diagnostic.rule.rawValue)]", .dim),
      ]
        + diagnostic.help.flatMap { [Span("\n"), Span("help: ", .dim), Span(wording($0))] })
  }

  /// The proposal that a finding is about.
  func number(of finding: Diagnostic) -> Int? {
    let steps = finding.location.path.split(separator: "/").map(String.init)
    guard let folder = steps.firstIndex(of: "Proposals"), steps.indices.contains(folder + 1) else {
      return nil
    }
    return Proposal.number(ofFolder: steps[folder + 1])
  }

  /// Every override in force, also those that nothing touches.
  func ledger(_ report: inout Report) {
    let changes = Dictionary(
      grouping: input.differences.filter { $0.subject.kind == .override }, by: \.subject.id)
    let overrides = input.to.overridesInOrder
    report.section("ledger", "Overrides in force", count: overrides.count) { section in
      section.table(
        ["Override", "Decides", "Review", "Here"],
        overrides.map { override in
          let own = input.isFromNothing ? nil : changes[override.id]
          return [
            [Span(override.id.text)],
            own == nil
              ? Array(decisions(override).joined(separator: [Span("; ")]))
              : [Span("as above", .dim)],
            [Span(override.reviewBy ?? "no date")],
            [Span(own.map(verb) ?? "untouched", own == nil ? .dim : .strong)],
          ]
        })
      if overrides.isEmpty { section.paragraph("No override is in force.") }
    }
  }
}
