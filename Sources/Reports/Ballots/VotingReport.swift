import Diagnostics
package import PortfolioModel

/// The votes of a ballot by body and status, once voting has ended.
package struct VotingReport {
  private let entry: BallotEntry
  private let ballot: Ballot

  package init(_ entry: BallotEntry, _ ballot: Ballot) {
    (self.entry, self.ballot) = (entry, ballot)
  }

  package var report: Report {
    var report = Report()
    report.heading(1, "Voting report: \(ballot.title)")
    let facts =
      [
        ballot.document.map { "Document: \($0)" }, ballot.project.map { "Project: \($0)" },
      ].compactMap { $0 }
      + ballot.rounds.map { round in
        "Voting\(round.number > 1 ? ", round \(round.number)" : ""): \(round.opened) to "
          + "\(min(round.ended?.date ?? round.closes, round.closes)) (\(ballot.zone))"
      }
    report.bullets((facts + entry.lostReplies).map { [Span($0)] })
    report.table(
      ["body", "status"] + ballot.questions.map { $0.map(Proposal.label) ?? "vote" } + ["comments"],
      ballot.bodies.map { body in
        let votes = ballot.questions.map { question -> [Span] in
          guard let cast = entry.vote(of: body.id, on: question) else {
            return [Span(body.status.votes ? "no answer" : "does not vote")]
          }
          return [Span(cast.vote.phrase(round: cast.round))]
        }
        return [[Span(body.name)], [Span(body.status.rawValue)]] + votes + [
          [Span(String(comments(of: body)))]
        ]
      })
    for (question, tally) in entry.tallies {
      let name = question.map(Proposal.label) ?? "All together"
      report.paragraph(
        Span("\(name): \(tally.inFavour) in favour, \(tally.negative) negative, "),
        Span(tally.verdict.phrase, .strong), Span("."))
    }
    return report
  }

  private func comments(of body: Committee.Body) -> Int {
    entry.counting(of: body.id).map(\.reply.comments.count).reduce(0, +)
  }

  /// `rspmaint.voting-report/1`
  package var json: some Encodable {
    JSON(
      ballot: entry.id.text, title: ballot.title, document: Nullable(ballot.document),
      project: Nullable(ballot.project),
      bodies: ballot.bodies.map { body in
        JSON.Body(
          body: body.id.text, name: body.name, status: body.status.rawValue,
          votes: ballot.items.compactMap { item in
            entry.vote(of: body.id, on: ballot.voteOn == .each ? item.number : nil).map {
              JSON.Vote(proposal: item.number, vote: $0.vote.rawValue, round: $0.round)
            }
          }, comments: comments(of: body))
      })
  }

  private struct JSON: Encodable {
    struct Vote: Encodable {
      let proposal: Int
      let vote: String
      let round: Int
    }

    struct Body: Encodable {
      let body: String
      let name: String
      let status: String
      let votes: [Vote]
      let comments: Int
    }

    let schema = "rspmaint.voting-report/1"
    let ballot: String
    let title: String
    let document: Nullable<String>
    let project: Nullable<String>
    let bodies: [Body]
  }
}

extension Vote {
  /// The vote, with the round in which it was given where that is not the first.
  func phrase(round: Int) -> String { round > 1 ? "\(phrase) (round \(round))" : phrase }
}
