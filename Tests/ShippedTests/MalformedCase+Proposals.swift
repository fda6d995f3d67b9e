import Diagnostics
import PortfolioModel

private let good =
  "changes:\n  - standard: loinc\n    set:\n"
  + "      - {field: clause, from: 5.3.1.2, to: 5.3.1.9}\n"

private func set(_ field: String, on id: String = "loinc", _ values: String) -> String {
  "changes:\n  - standard: \(id)\n    set:\n      - {field: \(field), \(values)}\n"
}

extension MalformedCase {
  static let proposals: [MalformedCase] = [
    MalformedCase(.duplicateProposalNumber) {
      $0.propose(good)
      $0.set("Proposals/0001-other/proposal.yml", "nature: editorial\n")
      $0.set("Proposals/0001-other/state.yml", "status: draft\n")
    },
    MalformedCase(.proposalIncomplete) { $0.propose(good, title: "") },
    MalformedCase(.invalidState) { $0.propose(good, status: "accepted") },
    MalformedCase(.unknownSubject) { $0.propose(set("clause", on: "loink", "to: x")) },
    MalformedCase(.subjectExists) {
      $0.propose("changes:\n  - override: snomed-rt-licence\n    add: {kind: transition}\n")
    },
    MalformedCase(.unsupportedChange) {
      $0.propose("changes:\n  - standard: loinc\n    remove: true\n")
    },
    MalformedCase(.unknownField) { $0.propose(set("clauze", "to: x")) },
    MalformedCase(.unknownPlace) {
      $0.propose("changes:\n  - standard: loinc\n    place: {after: icd-9}\n")
    },
    MalformedCase(.staleChange) { $0.propose(set("clause", "from: 5.3.1.7, to: 5.3.1.9")) },
    MalformedCase(.changeWithoutEffect) {
      $0.propose(set("clause", "from: 5.3.1.2, to: 5.3.1.2"))
    },
    MalformedCase(.overlappingChanges) {
      $0.propose(good + "      - {field: clause, from: 5.3.1.2, to: 5.3.1.8}\n")
    },
    MalformedCase(.natureExceeded) {
      $0.propose(set("tooling", "from: moderate, to: high"), nature: "editorial")
    },
    MalformedCase(.moveNotListed) {
      $0.propose(set("group", on: "icd-9", "from: legacy, to: emerging"))
    },
    MalformedCase(.exceptionUnneeded) {
      $0.propose(
        set("group", on: "ihe-tce", "from: preferred, to: emerging")
          + "    exception: Not needed.\n")
    },
    MalformedCase(.overrideMoveNotMade) {
      $0.propose(
        "changes:\n  - override: loinc-to-legacy\n    add:\n      kind: footnote\n"
          + "      text: |\n        It went.\n      moves:\n"
          + "        - {standard: loinc, from: preferred, to: legacy}\n"
          + "      reason: |\n        R.\n      review-by: next-edition\n")
    },
    MalformedCase(.regionalWithoutCombined) {
      $0.propose(
        set("assessment.site-deployment.regions.us", on: "icd-10", "from: high, to: moderate"))
    },
    MalformedCase(.confirmationWithoutReview) {
      $0.propose("changes:\n  - override: ihe-tce-as-published\n    confirm: [override]\n")
    },
    MalformedCase(.unknownProposal) { $0.propose("after: [7]\n" + good) },
    MalformedCase(.dependencyRefused) {
      $0.propose("after: [2]\n" + good)
      $0.propose(good, number: "0002", status: "withdrawn")
    },
    MalformedCase(.dependencyCycle) {
      $0.propose("after: [2]\n" + good)
      $0.propose("after: [1]\n" + good, number: "0002")
    },
    MalformedCase(.proposalsConflict) {
      $0.propose(good)
      $0.propose(set("clause", "from: 5.3.1.2, to: 5.3.1.8"), number: "0002")
    },
    MalformedCase(.validOnlyApart) {
      // Each of the two may take the free position, not both.
      $0.propose(set("position", on: "icd-9", "from: 20, to: 30"))
      $0.propose(
        set("position", on: "snomed-ct-rt-identifiers", "from: 10, to: 30"), number: "0002")
    },
    MalformedCase(.conflictsUnknown) {
      // Each puts a record in front of one table, so that each meets each other.
      for number in 1...26 {
        $0.propose(
          "changes:\n  - standard: new-\(number)\n    add:\n      category: data\n"
            + "      brief-name: New \(number)\n      formal-name: New\n      scope: New.\n"
            + "      group: emerging\n      assessment:\n        maturity: final\n"
            + "        product-adoption: low\n        site-deployment: low\n"
            + "        tooling: low\n      sdo: [S]\n    place: first\n",
          number: "00" + (number < 10 ? "0" : "") + String(number))
      }
    },
  ]

  static let reviews: [MalformedCase] = [
    MalformedCase(.misnamedReview) {
      $0.propose(good)
      $0.review("someone", "reviewer: Rune <rune@x.example>")
    },
    MalformedCase(.unknownReviewer) {
      $0.propose(good)
      $0.committee()
      $0.review("nobody", "member: nobody")
    },
    MalformedCase(.lapsedReview) {
      $0.propose(good)
      $0.committee()
      $0.review("rune", "member: rune")
    },
    MalformedCase(.memberKeyMalformed) {
      $0.committee()
      $0.edit("Portfolio/committee.yml", "role: member}", "role: member, keys: [ssh-ed25519 x]}")
    },
    MalformedCase(.memberKeyShared) {
      $0.committee()
      let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILfPZLTk7pDT5T1P6qYkFZtnxo0AKe9BKEc1fseiQN2q"
      $0.edit("Portfolio/committee.yml", "role: member}", "role: member, keys: [\(key)]}")
    },
    MalformedCase(.memberRepeated) {
      $0.committee()
      $0.edit("Portfolio/committee.yml", "email: ada@x.example", "email: Rune@x.example")
    },
    MalformedCase(.reviewDatedAhead) {
      $0.propose(good)
      $0.committee()
      $0.review("rune", "member: rune", date: "2027-11-24")
    },
    MalformedCase(.signedReviewsUnreachable) { $0.requireSignedReviews() },
    MalformedCase(.reviewSignatureMissing) {
      $0.propose(good)
      $0.committee()
      $0.requireSignedReviews()
      $0.review("rune", "member: rune")
    },
    MalformedCase(.ownReview) {
      $0.propose(good)
      $0.committee()
      $0.review("ada", "member: ada")
    },
  ]
}

extension MalformedCase.Files {
  mutating func committee() {
    set(
      "Portfolio/committee.yml",
      "members:\n"
        + "  - {id: rune, name: Rune, email: rune@x.example, affiliation: X, role: member}\n"
        + "  - {id: ada, name: Ada, email: ada@x.example, affiliation: Y, role: member}\n")
  }

  mutating func requireSignedReviews() {
    edit(
      "Portfolio/criteria.yml", "  ballot: optional\n",
      "  ballot: optional\n  require-signed-reviews: true\n")
  }

  mutating func review(_ file: String, _ reviewer: String, date: String = "2026-01-02") {
    set(
      "Proposals/0001-case/reviews/\(file).yml",
      "\(reviewer)\ndate: \(date)\nverdict: approve\n"
        + "content: 0123456789abcdef0123456789abcdef01234567\n")
  }
}
