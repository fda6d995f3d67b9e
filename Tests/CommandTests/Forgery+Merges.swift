import Foundation
import TestSupport

extension Transcript {
  /// Work on a branch that leaves from here.
  func branch(_ name: String, _ work: () throws -> Void) throws {
    try sandbox.git("switch", "-q", "-c", name)
    try work()
    try sandbox.git("switch", "-q", "main")
  }
}

extension Transcript {
  /// Accepts a proposal on a branch while something else happens, merges that into the branch, and the
  /// branch back.
  func thereAndBack(_ work: () throws -> Void) throws {
    try branch("side") { try run("commit", "1") }
    try work()
    try sandbox.git("switch", "-q", "side")
    try sandbox.git("merge", "-q", "--no-ff", "-m", "There", "main")
    try sandbox.git("switch", "-q", "main")
    try sandbox.git("merge", "-q", "--no-ff", "-m", "Back", "side")
  }
}

/// What is done in merges, and what does not belong below the two folders.
extension Forgery {
  static let merges: [Forgery] = [
    Forgery("a record changed by a merge", "audit-merge-dishonest") { session in
      try session.branch("side") {
        try session.sandbox.write("Words.\n", to: "notes.txt")
        try session.commitAll("Notes")
      }
      try session.sandbox.git("merge", "-q", "--no-ff", "--no-commit", "side")
      try session.sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
      try session.commitAll("Merge side")
    },
    Forgery("a merge that adds to the side that changed", "audit-merge-dishonest") { session in
      try session.branch("side") { try session.accepted() }
      try session.sandbox.git("merge", "-q", "--no-ff", "--no-commit", "side")
      try session.sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
      try session.commitAll("Merge side")
    },
    Forgery(
      "a merge that loses the side that changed", "audit-merge-dishonest", "closed-proposal-changed"
    ) {
      session in
      try session.branch("side") { try session.accepted() }
      try session.sandbox.git("merge", "-q", "-s", "ours", "--no-ff", "-m", "Merge side", "side")
    },
    Forgery("a merge of two sides that both changed", "audit-merge-dishonest") { session in
      try session.propose("UCUM to high", ["ucum", "--set", "tooling=high"])
      try session.approve(1, by: .reviewer)
      try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      try session.approve(2, by: .reviewer)
      try session.branch("side") { try session.run("commit", "1") }
      try session.run("commit", "2")
      try session.sandbox.git(
        "merge", "-q", "--no-ff", "-X", "ours", "-m", "Merge side", "side")
      try session.sandbox.git("commit", "-q", "--allow-empty", "-m", "After it")
    },
    Forgery(
      "an objection lost in a merge", "closed-proposal-changed", "closing-not-allowed",
      on: .approved, committee: true
    ) {
      session in
      try session.branch("side") { try session.run("commit", "1") }
      try session.run("review", "1", "--object", "--comment", "No.", as: .chair)
      try session.sandbox.git("merge", "-q", "--no-ff", "--no-commit", "side")
      try session.sandbox.git("rm", "-q", "-f", Transcript.folder + "/reviews/cleo-chair.yml")
      try session.commitAll("Merge side")
    },
    Forgery(
      "an objection passed by two merges", "closing-not-allowed", on: .approved, committee: true
    ) { session in
      try session.thereAndBack {
        try session.run("review", "1", "--object", "--comment", "No.", as: .chair)
      }
    },
    Forgery(
      "a text that was never reviewed, brought by two merges", "closing-not-allowed",
      on: .approved, committee: true
    ) { session in
      try session.thereAndBack {
        try session.run("propose", "--update", "1", "--rationale", "Other reasons.")
      }
    },
    Forgery(
      "an approval taken back beside its acceptance", "closing-not-allowed",
      on: .approved, committee: true
    ) { session in
      try session.thereAndBack {
        try session.run("review", "1", "--abstain", as: .reviewer)
      }
    },
    Forgery("an accepted proposal changed by a merge", "closed-proposal-changed") { session in
      try session.branch("side") { try session.accepted() }
      try session.sandbox.git("merge", "-q", "--no-ff", "--no-commit", "side")
      try session.sandbox.edit(Transcript.folder + "/proposal.yml", "The reasons", "Reasons")
      try session.commitAll("Merge side")
    },
    Forgery("a forgery on a merged branch", "audit-trailer-missing") { session in
      try session.branch("side") {
        try session.sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
        try session.commitAll("Tidy up")
      }
      try session.sandbox.git("merge", "-q", "--no-ff", "-m", "Merge side", "side")
    },
    Forgery("a merge of three branches that changes a record", "audit-merge-dishonest") { session in
      for name in ["a", "b"] {
        try session.branch(name) {
          try session.sandbox.write("Words.\n", to: name + ".txt")
          try session.commitAll(name)
        }
      }
      try session.sandbox.git("merge", "-q", "--no-ff", "-m", "Merge two", "a", "b")
      try session.sandbox.edit(Transcript.ucum, "tooling: moderate", "tooling: high")
      try session.amend()
    },
    Forgery("a merge that names a proposal", "audit-trailer-unfounded") { session in
      try session.branch("side") { try session.accepted() }
      try session.sandbox.git(
        "merge", "-q", "--no-ff", "-m", "Merge side\n\nRSP-Proposal: 1", "side")
    },
  ]

  static let strays: [Forgery] = [
    Forgery("a file that does not belong", "audit-foreign-file") {
      try $0.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      try $0.sandbox.write("Words.\n", to: Transcript.folder + "/notes.txt")
      try $0.commitAll("Notes")
    },
    Forgery(
      "a file that does not belong, in a proposal's commit", "audit-foreign-file", on: .accepted
    ) {
      try $0.sandbox.write("Words.\n", to: "Portfolio/notes.txt")
      try $0.amend()
    },
    Forgery(
      "a symbolic link in place of a record", "audit-foreign-file", "audit-replay-differs",
      on: .accepted
    ) {
      try FileManager.default.removeItem(atPath: $0.sandbox.root + "/" + Transcript.loinc)
      try FileManager.default.createSymbolicLink(
        atPath: $0.sandbox.root + "/" + Transcript.loinc, withDestinationPath: "ucum.yml")
      try $0.amend()
    },
    Forgery("a symbolic link in place of a review's folder", "audit-foreign-file") {
      try $0.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
      try FileManager.default.createSymbolicLink(
        atPath: $0.sandbox.root + "/" + Transcript.folder + "/reviews",
        withDestinationPath: "../../elsewhere")
      try $0.commitAll("Link")
    },
    Forgery("a commit that git would not write", "audit-commit-malformed") {
      try $0.sandbox.git("commit", "-q", "--allow-empty", "-m", "Nothing")
      try MalformedCommitTests.mangle($0.sandbox, "s/^author .*/author nobody/")
    },
    Forgery("a commit of a day that is yet to come", "audit-dated-ahead") {
      try $0.commitAll("Notes", as: .stranger, on: "2099-12-31")
    },
    Forgery("a submodule below the proposals", "audit-foreign-file") {
      let head = try $0.sandbox.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
      try $0.sandbox.git(
        "update-index", "--add", "--cacheinfo", "160000,\(head),Proposals/0001-module")
      try $0.sandbox.git("commit", "-q", "-m", "Module")
    },
    Forgery(
      "the portfolio's folder turned into a link", "audit-foreign-file", "audit-trailer-missing",
      "audit-unreadable"
    ) {
      try $0.sandbox.git("mv", "Portfolio", "elsewhere")
      try FileManager.default.createSymbolicLink(
        atPath: $0.sandbox.root + "/Portfolio", withDestinationPath: "elsewhere")
      try $0.commitAll("Link")
    },
  ]
}
