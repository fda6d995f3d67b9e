import PortfolioModel

extension TallyReport {
  /// `rspmaint.tally/1`
  package var json: some Encodable {
    JSON(
      ballot: entryID,
      proposals: lines.map { number, tally in
        JSON.Item(
          proposal: number,
          approve: JSON.Part(have: "\(tally.inFavour)", need: "\(tally.rule.approval)"),
          negative: JSON.Part(have: "\(tally.negative)", need: "\(tally.rule.negative)"),
          returned: JSON.Returned(
            have: "\(tally.returned)", need: Nullable(tally.rule.returned?.description)),
          verdict: tally.verdict.rawValue,
          votes: tally.casts.map {
            JSON.Vote(
              body: $0.body.id.text, vote: $0.vote.rawValue,
              leftOut: Nullable($0.leftOut?.phrase))
          }, silent: tally.silent.map(\.id.text), doubtful: tally.doubtful.map(\.id.text),
          flips: tally.flips.map(\.sentence))
      })
  }

  private struct JSON: Encodable {
    struct Part: Encodable {
      let have: String
      let need: String
    }

    struct Returned: Encodable {
      let have: String
      let need: Nullable<String>
    }

    struct Vote: Encodable {
      let body: String
      let vote: String
      let leftOut: Nullable<String>
    }

    struct Item: Encodable {
      let proposal: Int
      let approve: Part
      let negative: Part
      let returned: Returned
      let verdict: String
      let votes: [Vote]
      let silent: [String]
      let doubtful: [String]
      let flips: [String]
    }

    let schema = "rspmaint.tally/1"
    let ballot: String
    let proposals: [Item]
  }
}
