import Foundation
import TestSupport
import Testing

@Suite("Signed reviews, end to end")
struct SignedReviewTests {
  @Test("Signs a member's review, and commits what signed reviews approve")
  func signs() throws {
    try signedSession { signers, session in
      let sandbox = signers.sandbox
      try sandbox.git("config", "user.signingkey", signers.path("reviewer"))
      let first = try session.run(
        "review", "1", "--approve", "--comment", "Agreed.", as: .reviewer)
      #expect(first.code == 0, "\(first.err)")
      #expect(try session.run("commit", "1").code == 1)
      #expect(try signers.review(by: .second).code == 0)
      let review = try sandbox.read(Signers.file(.reviewer))
      #expect(review.contains("comment: |\n  Agreed.\nsignature: |\n  -----BEGIN SSH SIGNATURE"))
      #expect(try session.run("validate", "--quiet").code == 0)
      #expect(try session.run("commit", "1").code == 0)
      try session.expectSound()
    }
  }

  @Test("Signs the very text that ssh-keygen checks")
  func text() throws {
    try signedSession { signers, session in
      try signers.review(by: .reviewer, "--comment", "Agreed.")
      let sandbox = signers.sandbox
      let review = try sandbox.read(Signers.file(.reviewer))
      let armour = review.components(separatedBy: "signature: |\n")[1]
        .replacingOccurrences(of: "\n  ", with: "\n").dropFirst(2)
      try sandbox.write(String(armour), to: "../armour")
      try sandbox.write("rune-reviewer \(try signers.key("reviewer"))\n", to: "../signers")
      try sandbox.write("Agreed.\n", to: "../comment")
      let text = """
        rspmaint-review 1
        portfolio: clinical-imaging
        content: \(try sandbox.git("hash-object", Signers.folder + "/proposal.yml"))\
        member: rune-reviewer
        verdict: approve
        date: 2026-11-23
        comment: \(try sandbox.git("hash-object", "../comment"))
        """
      let outcome = try sandbox.start(
        "/usr/bin/ssh-keygen",
        [
          "-Y", "verify", "-n", "rspmaint-review", "-I", "rune-reviewer", "-f", "../signers",
          "-s", "../armour",
        ], .editor, input: text)
      #expect(outcome.code == 0, "\(outcome.out)\(outcome.err)\n\(text)")
    }
  }

  @Test("Counts no unsigned approval where signed ones are required")
  func unsigned() throws {
    try signedSession { signers, session in
      try signers.review(by: .reviewer)
      let refused = try session.run("review", "1", "--approve", as: .second)
      #expect(refused.code == 1 && refused.err.contains("there is no key to sign with"))
      try signers.sandbox.write(
        "member: siri-second\ndate: 2026-11-23\nverdict: approve\ncontent: "
          + signers.sandbox.git("hash-object", Signers.folder + "/proposal.yml"),
        to: Signers.file(.second))
      try session.commitAll("Slip in a review", as: .second)
      let validate = try session.run("validate")
      #expect(validate.code == 0 && validate.out.contains("[review-signature-missing]"))
      let status = try session.run("status").out.replacingOccurrences(of: "\n  ", with: " ")
      #expect(
        status.contains(
          "the approval of siri-second does not count: it is not signed, and signed reviews are"))
      let commit = try session.run("commit", "1")
      #expect(commit.code == 1 && commit.err.contains("0001 needs one more approval"))
      #expect(commit.err.contains("it is not signed, and signed reviews are required"))
      // It is the rule of the base that asks for it.
      try signers.sandbox.edit(
        "Portfolio/criteria.yml", "  require-signed-reviews: true\n", "")
      try session.commitAll("Drop the rule")
      #expect(try session.run("commit", "1").code == 0)
    }
  }

  @Test("Signs only with a key that the committee lists for the reviewer")
  func foreignKey() throws {
    try signedSession { signers, session in
      let foreign = try session.run(
        "review", "1", "--approve", "--key", signers.path("chair"), as: .reviewer)
      #expect(foreign.code == 1)
      #expect(foreign.err.contains("the key is not one that committee.yml lists for rune-reviewer"))
      let none = try session.run(
        "review", "1", "--object", "--comment", "No.", "--sign", "--key", signers.path("chair"),
        as: .editor)
      #expect(none.code == 1 && none.err.contains("committee.yml lists no key for ada-editor"))
      let missing = try session.run("review", "1", "--approve", "--key", "nowhere", as: .reviewer)
      #expect(missing.code == 1 && missing.err.contains("the signature could not be made"))
      #expect(!signers.sandbox.exists(Signers.file(.reviewer)))
    }
  }

  @Test("Counts no signature by a key that the proposal itself would bring")
  func ownKey() throws {
    try signedSession { signers, session in
      let sandbox = signers.sandbox
      try sandbox.edit(
        "Portfolio/committee.yml", signers.key("second"), signers.make("newer"))
      let proposed = try session.run(
        arguments: ["propose", "--from-worktree", "--title", "A new key"] + Transcript.words
          + ["--open"])
      try #require(proposed.code == 0, "\(proposed.err)")
      let approve = ["review", "2", "--approve", "--key"]
      let first = try session.run(arguments: approve + [signers.path("reviewer")], as: .reviewer)
      #expect(first.code == 0, "\(first.err)")
      let own = try session.run(arguments: approve + [signers.path("newer")], as: .second)
      #expect(own.code == 1 && own.err.contains("the key is not one that committee.yml lists"))
      let folder = "Proposals/0002-a-new-key"
      let content = try sandbox.git("hash-object", folder + "/proposal.yml")
        .trimmingCharacters(in: .newlines)
      let text = try Borrowing.text(signers).replacingOccurrences(
        of: Borrowing.content(signers), with: content)
      let armour = try signers.sign(text, by: "newer", for: "rspmaint-review")
      try sandbox.write(
        "member: siri-second\ndate: 2026-11-23\nverdict: approve\ncontent: \(content)\n"
          + "signature: |\n" + armour.split(separator: "\n").map { "  \($0)\n" }.joined(),
        to: folder + "/reviews/siri-second.yml")
      try session.commitAll("Approve", as: .second)
      let commit = try session.run("commit", "2")
      #expect(
        commit.code == 1 && commit.err.contains("[review-signature-invalid]"), "\(commit.err)")
    }
  }

  @Test("Leaves a review unsigned where nothing requires it and that is asked for")
  func optional() throws {
    try signedSession(required: false) { signers, session in
      let refused = try session.run("review", "1", "--approve", as: .reviewer)
      #expect(refused.code == 1)
      #expect(try session.run("review", "1", "--approve", "--no-sign", as: .reviewer).code == 0)
      #expect(try !signers.sandbox.read(Signers.file(.reviewer)).contains("signature"))
      #expect(try signers.review(by: .second).code == 0)
      #expect(try session.run("commit", "1").code == 0)
    }
  }

  @Test("Counts no signature that nobody could check")
  func withoutProgram() throws {
    try signedSession { signers, session in
      try signers.review(by: .reviewer)
      try signers.review(by: .second)
      let outcome = try signers.sandbox.start(
        Sandbox.binary, ["validate", "--as-of", "2026-11-23"], .editor, input: nil,
        ["PATH": "/nowhere"])
      #expect(outcome.code == 0 && outcome.out.contains("[review-signature-unchecked]"))
      let commit = try signers.sandbox.start(
        Sandbox.binary, ["commit", "1", "--as-of", "2026-11-23"], .editor, input: nil,
        ["PATH": "/nowhere"])
      #expect(commit.code == 1)
      #expect(commit.err.contains("its signature could not be checked: ssh-keygen can't be run"))
    }
  }

  // The runner's threads block signals, and so would the agent: only this one reaches it.
  @Test("Signs by an agent, with the key as git's configuration writes it")
  func agent() throws {
    try signedSession { signers, session in
      let sandbox = signers.sandbox
      let script = """
        eval "$(ssh-agent -s)" >/dev/null
        ssh-add -q '\(signers.path("reviewer"))' && rm '\(signers.path("reviewer"))'
        git config user.signingkey "key::$(cat '\(signers.path("reviewer")).pub')"
        '\(Sandbox.binary)' review 1 --approve --as-of 2026-11-23; first=$?
        git config user.signingkey '\(signers.path("reviewer")).pub'
        '\(Sandbox.binary)' review 1 --approve --as-of 2026-11-24; second=$?
        kill -9 $SSH_AGENT_PID
        exit $((first + second))
        """
      let outcome = try sandbox.start("/bin/sh", ["-c", script], .reviewer, input: nil)
      #expect(outcome.code == 0, "\(outcome.err)")
      #expect(try sandbox.read(Signers.file(.reviewer)).contains("BEGIN SSH SIGNATURE"))
    }
  }
}
