import Diagnostics
import PortfolioModel

extension DiffReport {
  /// A section for each proposal, and one for what belongs to none.
  func proposals(_ report: inout Report) {
    for covered in input.proposals {
      let part = part(of: covered)
      guard input.since == nil || !part.isEmpty else { continue }
      let proposal = covered.proposal
      report.section(
        "proposal-\(proposal.number)", "\(proposal.label) \(proposal.title)",
        count: part.input.differences.count
      ) { section in
        section.beside({ about(covered, &$0) }) { changes in
          part.changes(&changes)
          alone(covered, &changes)
        }
      }
    }
    let rest = part { (covering[$0] ?? []).isEmpty }
    let title = input.proposals.isEmpty ? "Changes" : "Changes that no proposal makes"
    report.section("changes", title, count: rest.input.differences.count) {
      rest.changes(&$0)
    }
  }

  /// The part of the report that is one proposal's: each change stands under the first that makes it.
  func part(of covered: DiffInput.Covered) -> DiffReport {
    part { covering[$0]?.first == covered.proposal.number }
  }

  private func part(_ isOwn: (Difference) -> Bool) -> DiffReport {
    DiffReport(self, only: input.differences.filter(isOwn))
  }

  /// What changes, moves first.
  private func changes(_ report: inout Report) {
    moves(&report)
    listings(&report)
    ratings(&report)
    fields(&report)
    overrides(&report)
    rest(&report)
  }

  // MARK: - About a proposal

  /// Who proposes what why, and who said what of it.
  private func about(_ covered: DiffInput.Covered, _ report: inout Report) {
    let proposal = covered.proposal
    report.paragraph(
      Span(
        "\(proposal.proposer.name), \(proposal.created), \(proposal.nature.rawValue)", .dim))
    reasons(of: proposal, &report)
    reviews(covered, &report)
  }

  /// Rationale, evidence and the comments that a proposal answers.
  func reasons(of proposal: Proposal, _ report: inout Report) {
    if !proposal.rationale.isEmpty { report.paragraph(Span(proposal.rationale.oneLine)) }
    report.bullets(
      proposal.evidence.map { evidence in
        let places = ["reference", "source"].compactMap { evidence.text($0) }
        let kind = evidence.text("kind").map(evidenceKind) ?? ""
        let url = evidence.text("url")
        return [
          Span("Evidence: ", .dim), Span(evidence.text("title") ?? "", link: url),
          Span(" (\(([kind] + places).listed))"),
        ] + (evidence.text("accessed").map { [Span(", accessed \($0)")] } ?? [])
      })
    report.bullets(
      proposal.fields.list("answers").compactMap(\.fields).map { answer in
        [
          Span(
            "Answers comment \(answer.text("comment") ?? "")"
              + (answer.text("by").map { " by \($0)" } ?? "")
              + (answer.text("clause").map { " on \($0)" } ?? ""))
        ]
      })
  }

  /// "SDO announcement", "expert judgement"
  private func evidenceKind(_ word: String) -> String {
    EvidenceKind(rawValue: word) == .sdoAnnouncement ? "SDO announcement" : word.spaced
  }

  private func reviews(_ covered: DiffInput.Covered, _ report: inout Report) {
    if !covered.reviewers.isEmpty {
      report.bullets([
        [Span("Reviewed by ", .dim), Span(covered.reviewers.map(person).conjunction)]
      ])
    }
    guard let standing = covered.standing else { return }
    func comment(_ review: Review) -> String {
      review.comment.map { ": \($0.oneLine)" } ?? ""
    }
    report.bullets(
      standing.objections.map { review in
        [Span(person(review), .strong), " objects; the words stand above"]
      }
        + standing.approvals.map { review in
          [Span(person(review), .strong), Span(" approves, \(review.date)\(comment(review))")]
        }
        + standing.discounted.map { review, why in
          [
            Span(person(review), .strong), Span(": \(review.verdict.noun), "),
            Span("does not count", .waived), Span(" (\(why.text))\(comment(review))"),
          ]
        })
  }
}

extension ReviewVerdict {
  fileprivate var noun: String {
    switch self {
    case .approve: "approval"
    case .object: "objection"
    case .abstain: "abstention"
    }
  }
}

extension ReviewStanding.Discount {
  fileprivate var text: String {
    switch self {
    case .lapsed: "for an earlier content"
    case .own: "by the proposal's own people"
    case .unknown: "not on the committee"
    case .inactive: "not on the committee, today or then"
    case .ahead: "of a day that was yet to come"
    case .abstained: "an abstention"
    case .resolved: "settled by a chair"
    case .unsigned: "not signed"
    case .wronglySigned(let why): "wrongly signed: \(why)"
    case .unchecked(let why): "its signature could not be checked: \(why)"
    }
  }
}
