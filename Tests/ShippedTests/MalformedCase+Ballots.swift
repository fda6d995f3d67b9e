import Diagnostics
import PortfolioModel
import Records

private let good =
  "changes:\n  - standard: loinc\n    set:\n"
  + "      - {field: clause, from: 5.3.1.2, to: 5.3.1.9}\n"

extension MalformedCase {
  static let ballots: [MalformedCase] = [
    MalformedCase(.bodyRepeated) {
      $0.bodies(
        "de, name: A, status: p-member, voter: ada", "de, name: B, status: p-member, voter: ada")
    },
    MalformedCase(.bodyVoterUnknown) { $0.bodies("de, name: A, status: p-member, voter: eve") },
    MalformedCase(.ballotBodyUnknown) {
      $0.bodies("hl7, name: A, status: liaison, voter: ada")
      $0.edit("Portfolio/criteria.yml", "  meeting: ", "  must-vote: [hl7]\n  meeting: ")
    },
    MalformedCase(.editionInconsistent) {
      $0.edit(
        "Portfolio/portfolio.yml", "edition: ISO 21860:2020\n",
        "edition: ISO 21860:2020\neditions:\n  - id: cd\n    date: 2026-01-01\n")
    },
    MalformedCase(.ballotInconsistent) {
      $0.ballot("")
      $0.set(
        "Proposals/ballots/cd/replies/de.yml",
        "replies:\n  - salt: a\n    voter: ada\n    votes:\n"
          + "      - {proposal: 1, vote: approve}\n")
    },
    MalformedCase(.ballotedProposalChanged) {
      $0.propose(good)
      $0.ballot("")
    },
    MalformedCase(.ballotResultDiffers) {
      $0.ballot("ended: {date: 2026-02-01, by: Ada <ada@x.example>}\n")
      $0.set(
        "Proposals/ballots/cd/result.yml",
        "date: 2026-02-02\nby: Ada <ada@x.example>\nproposals:\n"
          + "  - {number: 1, content: \(content), verdict: approved, in-favour: 1/1, "
          + "negative: 0/1, returned: 1/1}\n")
    },
    MalformedCase(.surveyInconsistent) {
      $0.set(
        "Proposals/surveys/use/survey.yml",
        "title: T\nopened: 2026-01-01\nfactors: [tooling]\nstandards: [loinc]\nmost-rounds: 3\n"
          + "agreement: {answers: 3, share: 2/3}\nratings:\n"
          + "  - {standard: loinc, factor: tooling, level: high}\nrounds:\n"
          + "  - opened: 2026-01-01\n    closes: 2026-02-01\n    by: Ada <ada@x.example>\n")
      $0.set(
        "Proposals/surveys/use/responses/1/expert-0123456789ab.yml",
        "receipts:\n  - {date: 2026-01-02, time: \"10:00:00\", digest: \(content)\(content.prefix(24))}\n"
          + "salt: a\nanswers:\n  - standard: loinc\n    factor: tooling\n    level: high\n")
    },
  ]

  private static let content = "0123456789abcdef0123456789abcdef01234567"
}

extension MalformedCase.Files {
  fileprivate mutating func bodies(_ bodies: String...) {
    committee()
    edit(
      "Portfolio/committee.yml", "affiliation: Y, role: member}\n",
      "affiliation: Y, role: member}\nbodies:\n"
        + bodies.map { "  - {id: \($0)}\n" }.joined())
  }

  fileprivate mutating func ballot(_ end: String) {
    let content = "0123456789abcdef0123456789abcdef01234567"
    set(
      "Proposals/ballots/cd/ballot.yml",
      "title: T\nopened: 2026-01-01\ncloses: 2026-02-01\nzone: UTC\nvote-on: each\n"
        + "base: \(content)\nproposals:\n  - {number: 1, content: \(content)}\n"
        + "rule:\n  basis: B\n  approve: {of: p-members, at-least: 2/3}\n"
        + "  negative: {of: all, at-most: 1/4}\nbodies:\n"
        + "  - {id: de, name: A, status: p-member, voter: ada}\n" + end)
  }
}
