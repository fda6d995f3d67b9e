import PortfolioModel

extension DiffReport {
  /// `rspmaint.diff/1`
  package var json: some Encodable {
    JSON(
      base: input.base, head: input.head,
      changes: input.differences.map { difference in
        JSON.Change(
          fingerprint: input.fingerprints[difference] ?? "", kind: difference.kind.rawValue,
          subject: JSON.Subject(
            kind: difference.subject.kind.rawValue, id: difference.subject.id.text),
          standard: Nullable(
            difference.subject.kind == .standard ? difference.subject.id.text : nil),
          field: Nullable(difference.field), from: Nullable(difference.from.map(JSONValue.init)),
          to: Nullable(difference.to.map(JSONValue.init)))
      },
      moves: input.moves.map { move in
        JSON.Move(
          standard: move.standard.text, from: move.from.rawValue, to: move.to.rawValue,
          criteria: move.verdicts.map(VerdictJSON.init), override: Nullable(move.override?.text),
          exception: Nullable(move.exception))
      },
      proposals: input.proposals.map { covered in
        JSON.Covered(
          number: covered.proposal.number, title: covered.proposal.title,
          status: covered.status.rawValue, nature: covered.proposal.nature.rawValue,
          sentence: covered.sentence)
      },
      conflicts: input.conflicts.map {
        JSON.Conflict(
          first: $0.first, second: $0.second, touched: $0.touched, errors: $0.errors)
      },
      findings: input.findings.map(FindingJSON.init))
  }

  private struct JSON: Encodable {
    struct Subject: Encodable {
      let kind: String
      let id: String
    }

    struct Change: Encodable {
      let fingerprint: String
      let kind: String
      let subject: Subject
      let standard: Nullable<String>
      let field: Nullable<String>
      let from: Nullable<JSONValue>
      let to: Nullable<JSONValue>
    }

    struct Move: Encodable {
      let standard: String
      let from: String
      let to: String
      let criteria: [VerdictJSON]
      let override: Nullable<String>
      let exception: Nullable<String>
    }

    struct Covered: Encodable {
      let number: Int
      let title: String
      let status: String
      let nature: String
      let sentence: String
    }

    struct Conflict: Encodable {
      let first: Int
      let second: Int
      let touched: [String]
      let errors: [String]
    }

    let schema = "rspmaint.diff/1"
    let base: String
    let head: String
    let changes: [Change]
    let moves: [Move]
    let proposals: [Covered]
    let conflicts: [Conflict]
    let findings: [FindingJSON]
  }
}
