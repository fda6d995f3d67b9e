import Diagnostics
import PortfolioModel

/// The reviewers' report: what changes, why, by which rule, and what is still open.
package struct DiffReport {
  let input: DiffInput

  package init(_ input: DiffInput) { self.input = input }

  package var report: Report {
    var report = Report()
    report.heading(1, input.to.description.title)
    report.bullets([
      [Span("edition "), Span(input.to.description.edition, .strong)],
      [Span("from "), Span(input.base)],
      [Span("to   "), Span(input.head)],
    ])
    report.paragraph(Span(verdict, .strong))
    for covered in input.proposals { self.covered(covered, &report) }
    moves(&report)
    ratings(&report)
    listings(&report)
    otherFields(&report)
    ledger(&report)
    rest(&report)
    open(&report)
    return report
  }

  /// One sentence: counts by kind, or that nothing changed.
  private var verdict: String {
    var counts: [String] = []
    func count(_ number: Int, _ word: String, _ plural: String? = nil) {
      guard number > 0 else { return }
      counts.append("\(number) \(number == 1 ? word : plural ?? word + "s")")
    }
    let moved = Set(input.moves.map(\.standard))
    count(input.moves.count { $0.from != .new && $0.to != .delisted }, "move")
    count(input.differences.count { $0.kind == .set && $0.factor != nil }, "rating")
    count(input.differences.count { $0.kind == .confirm }, "confirmation")
    count(input.differences(of: .add, .standard).count, "new standard")
    count(input.differences(of: .delist, .standard).count, "delisting")
    count(
      input.differences.count {
        $0.subject.kind == .standard && $0.kind == .set && $0.factor == nil
          && !($0.field == "group" && moved.contains($0.subject.id))
      }, "other field")
    count(
      input.differences.count { $0.subject.kind == .override }, "change of the ledger",
      "changes of the ledger")
    count(
      input.differences.count {
        [.useCase, .criteria, .member, .portfolio].contains($0.subject.kind)
      }, "change elsewhere", "changes elsewhere")
    guard !counts.isEmpty else { return "Nothing changed." }
    let errors = input.findings.count(.error)
    let state = errors > 0 ? "; \(errors) error\(errors == 1 ? "" : "s") to mend" : ""
    return counts.listed + state + "."
  }

  private func covered(_ covered: DiffInput.Covered, _ report: inout Report) {
    let proposal = covered.proposal
    report.heading(2, "Proposal \(proposal.label): \(proposal.title)")
    report.bullets([
      [
        Span("\(covered.status.rawValue), \(proposal.nature.rawValue), by \(proposal.proposer), "),
        Span(proposal.created.description),
      ],
      [Span(covered.sentence)],
    ])
    if !proposal.rationale.isEmpty { report.paragraph(Span(proposal.rationale.oneLine)) }
    if !proposal.evidence.isEmpty {
      report.heading(3, "Evidence")
      report.bullets(
        proposal.evidence.map { evidence in
          let places = ["reference", "source", "url"].compactMap { evidence.text($0) }
          return [
            Span(evidence.text("title") ?? "", .strong),
            Span(
              " (\(evidence.text("kind") ?? "")): \(places.listed)"
                + (evidence.text("accessed").map { ", accessed \($0)" } ?? "")),
          ]
        })
    }
    let answers = proposal.fields.list("answers").compactMap(\.fields)
    report.bullets(
      answers.map { answer in
        [
          Span(
            "answers comment \(answer.text("comment") ?? "")"
              + (answer.text("by").map { " by \($0)" } ?? "")
              + (answer.text("clause").map { " on \($0)" } ?? ""))
        ]
      })
  }
}
