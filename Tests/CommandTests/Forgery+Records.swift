import Foundation
import TestSupport

/// What is changed behind a proposal's back.
extension Forgery {
  static let records: [Forgery] = [
    Forgery("a record changed by a plain commit", "audit-trailer-missing") {
      try $0.sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
      try $0.commitAll("Tidy up")
    },
    Forgery("a record smuggled into a proposal's commit", "audit-change-smuggled", on: .accepted) {
      try $0.sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
      try $0.amend()
    },
    Forgery(
      "a file smuggled into another proposal's folder", "audit-change-smuggled", on: .approved
    ) {
      try $0.propose("UCUM to high", ["ucum", "--set", "tooling=high"])
      try $0.run("commit", "1")
      try $0.sandbox.edit("Proposals/0002-ucum-to-high/proposal.yml", "The reasons", "Reasons")
      try $0.amend()
    },
    Forgery("another value than the proposal's", "audit-replay-differs", on: .accepted) {
      try $0.sandbox.edit(Transcript.loinc, "tooling: high", "tooling: low")
      try $0.amend()
    },
    Forgery("a record made executable", "audit-replay-differs", on: .accepted) {
      try $0.sandbox.git("update-index", "--chmod=+x", Transcript.loinc)
      try $0.sandbox.git("commit", "-q", "--amend", "--no-edit")
    },
    Forgery("a proposal accepted without its record", "audit-replay-differs", on: .accepted) {
      try $0.sandbox.git("checkout", "-q", "HEAD~", "--", Transcript.loinc)
      try $0.amend()
    },
    Forgery("another state than the verb writes", "audit-replay-differs", on: .accepted) {
      try $0.sandbox.edit(
        Transcript.folder + "/state.yml", "ISO 21860:2020", "ISO 21860:2021")
      try $0.amend()
    },
    Forgery("a rewritten changelog", "audit-changelog-differs", on: .accepted) {
      try $0.sandbox.edit(Transcript.changelog, "to high", "to low")
      try $0.commitAll("Mend a typo")
    },
    Forgery(
      "a changelog rewritten in a proposal's commit", "audit-changelog-differs", on: .accepted
    ) {
      try $0.sandbox.edit(Transcript.changelog, "from moderate to high", "from low to high")
      try $0.amend()
    },
    Forgery(
      "a proposal that came with the commit that it justifies", "audit-proposal-smuggled",
      on: .accepted
    ) {
      try $0.unwrap(3)
      try $0.accept()
    },
    Forgery(
      "a review that came with the commit that it justifies",
      "audit-proposal-smuggled", "audit-not-reviewed", on: .accepted
    ) {
      try $0.unwrap(2)
      try $0.accept()
    },
    Forgery(
      "a proposal's text rewritten by the commit that accepts it", "audit-proposal-smuggled",
      on: .accepted
    ) {
      try $0.sandbox.edit(Transcript.folder + "/proposal.yml", "The reasons", "Reasons")
      try $0.amend()
    },
    Forgery("a proposal that nobody made", "audit-proposal-unknown") {
      try $0.sandbox.edit(Transcript.loinc, "tooling: moderate", "tooling: high")
      try $0.accept(7)
    },
    Forgery("a draft that was accepted", "audit-proposal-not-open", on: .approved) {
      try $0.sandbox.edit(Transcript.folder + "/state.yml", "status: open", "status: draft")
      try $0.commitAll("Think again")
      try $0.sandbox.edit(Transcript.loinc, "tooling: moderate", "tooling: high")
      try $0.accept()
    },
    Forgery(
      "a proposal accepted twice", "audit-proposal-not-open", "closed-proposal-changed",
      on: .accepted
    ) {
      try $0.sandbox.edit(Transcript.loinc, "tooling: high", "tooling: low")
      try $0.sandbox.edit(Transcript.folder + "/state.yml", "date: 2026-11-23", "date: 2026-11-24")
      try $0.accept()
    },
    Forgery("a stale proposal", "audit-proposal-invalid", on: .approved) {
      try $0.propose("LOINC to low", ["loinc", "--set", "tooling=low"])
      try $0.approve(2, by: .reviewer)
      try $0.run("commit", "1")
      try $0.sandbox.edit(Transcript.loinc, "tooling: high", "tooling: low")
      try $0.sandbox.edit(
        "Proposals/0002-loinc-to-low/state.yml", "status: open", "status: accepted")
      try $0.append(
        Transcript.acceptance, to: "Proposals/0002-loinc-to-low/state.yml")
      try $0.accept(2)
    },
  ]
}
