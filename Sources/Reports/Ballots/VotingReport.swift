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
    let facts = [
      ballot.document.map { "Document: \($0)" }, ballot.project.map { "Project: \($0)" },
      "Voting: \(ballot.opened) to \(ballot.closes) (\(ballot.zone))",
    ].compactMap { $0 }
    report.bullets(facts.map { [Span($0)] })
    report.table(
      ["body", "status"] + ballot.questions.map { $0.map(Proposal.label) ?? "vote" } + ["comments"],
      ballot.bodies.map { body in
        let reply = entry.reply(of: body.id)
        let votes = ballot.questions.map { question -> [Span] in
          let vote = question.map { reply?.vote(on: $0) } ?? reply?.votes[nil]
          return [Span(vote?.phrase ?? (body.status.votes ? "no answer" : "none"))]
        }
        return [[Span(body.name)], [Span(body.status.rawValue)]] + votes + [
          [Span(String(reply?.comments.count ?? 0))]
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

  /// `rspmaint.voting-report/1`
  package var json: some Encodable {
    JSON(
      ballot: entry.id.text, title: ballot.title, document: Nullable(ballot.document),
      project: Nullable(ballot.project),
      bodies: ballot.bodies.map { body in
        let reply = entry.reply(of: body.id)
        return JSON.Body(
          body: body.id.text, name: body.name, status: body.status.rawValue,
          votes: ballot.items.compactMap { item in
            reply?.vote(on: item.number).map {
              JSON.Vote(proposal: item.number, vote: $0.rawValue)
            }
          }, comments: reply?.comments.count ?? 0)
      })
  }

  private struct JSON: Encodable {
    struct Vote: Encodable {
      let proposal: Int
      let vote: String
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
