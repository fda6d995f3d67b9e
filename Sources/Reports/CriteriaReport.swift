import Diagnostics
package import PortfolioModel

/// A.4 as data: thresholds and conditions, moves, review rules.
package struct CriteriaReport {
  private let criteria: Criteria

  package init(_ criteria: Criteria) { self.criteria = criteria }

  package var report: Report {
    var report = Report()
    report.heading(1, "Criteria")
    if let notes = criteria.fields.text("notes") { report.paragraph(Span(notes.oneLine)) }
    for group in Group.allCases {
      report.heading(2, "\(group.rawValue): \(group.effect)")
      report.table(
        ["criterion", "asks for", "strength", "basis"],
        criteria.criteria(of: group).map { criterion in
          [
            [Span(criterion.fullName)], [Span(asks(criterion))],
            [Span(criterion.strength.rawValue)], [Span(criterion.basis, .dim)],
          ]
        })
    }
    report.heading(2, "Moves")
    report.table(
      ["from", "to", "besides the criteria of the group"],
      criteria.moves.map { move in
        [
          [Span(move.from.rawValue)], [Span(move.to.rawValue)],
          [Span(move.condition?.requirement ?? "")],
        ]
      })
    report.paragraph("Any other move carries an exception with its reason.")
    report.heading(2, "Counting and reviews")
    report.bullets(
      [
        [
          Span("A regional rating without a combined level counts with its "),
          Span("\(criteria.regional.rawValue) region", .strong), Span("."),
        ]
      ]
        + Nature.allCases.map { nature in
          let quorum = criteria.quorum(for: nature)
          return [
            Span("A proposal of nature \(nature.rawValue) needs "),
            Span(
              "\(quorum.approvals.counted("approval")) from "
                + quorum.affiliations.counted("affiliation"),
              .strong), Span("."),
          ]
        }
        + (criteria.requiresSignedReviews
          ? [[Span("Only "), Span("signed", .strong), Span(" approvals count.")]] : []))
    if let rule = criteria.ballotRule {
      report.heading(2, "Ballots")
      report.bullets(rule.sentences.map { [Span($0)] })
    }
    return report
  }

  private func asks(_ criterion: Criterion) -> String {
    if case .atLeast = criterion.test { return "at least \(criterion.requirement)" }
    return criterion.requirement
  }

  // MARK: - JSON

  /// `rspmaint.criteria/1`
  package var json: some Encodable {
    JSON(
      regional: criteria.regional.rawValue,
      criteria: criteria.criteria.map {
        JSON.Item(
          criterion: $0.fullName, group: $0.group.rawValue, strength: $0.strength.rawValue,
          required: $0.requirement, basis: $0.basis)
      },
      moves: criteria.moves.map {
        JSON.Move(
          from: $0.from.rawValue, to: $0.to.rawValue, when: Nullable($0.condition?.rawValue))
      },
      review: Dictionary(
        uniqueKeysWithValues: Nature.allCases.map {
          let quorum = criteria.quorum(for: $0)
          return (
            $0.rawValue,
            JSON.Quorum(approvals: quorum.approvals, affiliations: quorum.affiliations)
          )
        }), ballot: Nullable(criteria.ballotRule.map(JSON.Ballot.init)))
  }

  private struct JSON: Encodable {
    struct Item: Encodable {
      let criterion: String
      let group: String
      let strength: String
      let required: String
      let basis: String
    }

    struct Move: Encodable {
      let from: String
      let to: String
      let when: Nullable<String>
    }

    struct Quorum: Encodable {
      let approvals: Int
      let affiliations: Int
    }

    /// Fractions are written as `2/3`.
    struct Ballot: Encodable {
      struct Part: Encodable {
        let of: String
        let limit: String
      }

      let basis: String
      let approve: Part
      let negative: Part
      let leavesOut: [String]
      let returned: Nullable<String>
      let days: Nullable<Int>
      let mustVote: [String]
      let meeting: Nullable<String>

      init(_ rule: BallotRule) {
        basis = rule.basis
        approve = Part(of: rule.approvers.rawValue, limit: "\(rule.approval)")
        negative = Part(of: rule.negativeVoters.rawValue, limit: "\(rule.negative)")
        leavesOut = rule.leavesOut.map(\.rawValue)
        returned = Nullable(rule.returned?.description)
        days = Nullable(rule.days)
        mustVote = rule.mustVote.map(\.text)
        meeting = Nullable(rule.meeting?.description)
      }
    }

    let schema = "rspmaint.criteria/1"
    let regional: String
    let criteria: [Item]
    let moves: [Move]
    let review: [String: Quorum]
    let ballot: Nullable<Ballot>
  }
}
