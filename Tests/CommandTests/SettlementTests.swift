import Foundation
import TestSupport
import Testing

/// One way to make a chair's signature settle what the chair did not.
struct FalseSettlement: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let attempt: @Sendable (Settling) throws -> Void

  init(_ description: String, _ attempt: @escaping @Sendable (Settling) throws -> Void) {
    testDescription = description
    self.attempt = attempt
  }

  static let all: [FalseSettlement] = [
    FalseSettlement("another reason") { settling in
      try settling.edit("because: It was heard.", "because: It was void.")
    },
    FalseSettlement("another day") { settling in
      try settling.edit("date: 2026-11-23", "date: 2026-11-24")
    },
    FalseSettlement("a member's key") { settling in
      try settling.replaceSignature(
        with: settling.signers.sign(
          settling.text(), by: "second", for: "rspmaint-settlement"))
    },
    FalseSettlement("a signature made for reviews") { settling in
      try settling.replaceSignature(
        with: settling.signers.sign(settling.text(), by: "chair", for: "rspmaint-review"))
    },
    FalseSettlement("an objection whose words changed") { settling in
      try settling.sandbox.edit(Signers.file(.reviewer), "No.", "No, never.")
    },
    FalseSettlement("no armour at all") { settling in
      try settling.replaceSignature(with: "Signed: Cleo\n")
    },
  ]
}

/// Proposal 0001 with two approvals, one objection, and the chair's signed settlement of it.
struct Settling {
  static let state = Signers.folder + "/state.yml"

  let signers: Signers
  let session: Transcript
  var sandbox: Sandbox { signers.sandbox }

  func edit(_ old: String, _ new: String) throws { try sandbox.edit(Settling.state, old, new) }

  func replaceSignature(with armour: String) throws {
    let head = try sandbox.read(Settling.state).components(separatedBy: "signature: |\n")[0]
    let lines = armour.split(separator: "\n").map { "      \($0)\n" }.joined()
    try sandbox.write(head + "signature: |\n" + lines, to: Settling.state)
  }

  func text() throws -> String {
    func blob(_ text: String) throws -> String {
      try sandbox.write(text, to: "../text")
      return try sandbox.git("hash-object", "../text")
    }
    return try "rspmaint-settlement 1\nportfolio: clinical-imaging\n"
      + "content: \(Borrowing.content(signers))\nreviewer: rune-reviewer\n"
      + "objected: 2026-11-23\ncomment: \(blob("No.\n"))member: cleo-chair\n"
      + "date: 2026-11-23\nbecause: \(blob("It was heard."))"
  }

  func settle(_ more: String..., as actor: Sandbox.Actor = .chair) throws -> Sandbox.Outcome {
    try session.run(
      arguments: ["review", "1", "--resolve", "rune-reviewer", "--because", "It was heard."] + more,
      as: actor)
  }

  func settleBySignature() throws {
    let outcome = try settle("--key", signers.path("chair"))
    try #require(outcome.code == 0, "\(outcome.err)")
  }
}

func settling(required: Bool = true, _ work: (Settling) throws -> Void) throws {
  try signedSession(required: required) { signers, session in
    try signers.review("--object", by: .reviewer, "--comment", "No.")
    for member in [Sandbox.Actor.chair, .second] { try signers.review(by: member) }
    try work(Settling(signers: signers, session: session))
  }
}

@Suite("Signed settlements of objections")
struct SettlementTests {
  @Test("Settles by the chair's signature, and commits and audits what follows")
  func settles() throws {
    try settling { settling in
      let sandbox = settling.sandbox
      let start = try sandbox.git("rev-parse", "HEAD~4").trimmingCharacters(in: .newlines)
      try settling.settleBySignature()
      #expect(try sandbox.read(Settling.state).contains("    signature: |\n      -----BEGIN SSH"))
      #expect(try settling.session.run("validate", "--quiet").code == 0)
      #expect(try settling.settle("--key", settling.signers.path("chair")).code == 1)
      #expect(try settling.session.run("commit", "1").code == 0)
      let audit = try sandbox.rspmaint(["audit", "--since", start, "--format", "json"])
      let report = try Audited(audit.out)
      #expect(audit.code == 0 && report.approvals == ["count": 2, "proved": 2], "\(audit.out)")
      #expect(report.settlements == ["count": 1, "proved": 1])
      try settling.session.expectSound()
    }
  }

  // An Ed25519 signature of one text by one key is always the same.
  @Test("Signs the very text that is documented")
  func text() throws {
    try settling { settling in
      try settling.settleBySignature()
      let state = try settling.sandbox.read(Settling.state)
      try settling.replaceSignature(
        with: settling.signers.sign(settling.text(), by: "chair", for: "rspmaint-settlement"))
      #expect(try settling.sandbox.read(Settling.state) == state)
    }
  }

  @Test("Lets the objection stand where the settlement is not signed and ought to be")
  func unsigned() throws {
    try settling { settling in
      let refused = try settling.settle()
      #expect(refused.code == 1 && refused.err.contains("there is no key to sign with"))
      #expect(try settling.settle("--no-sign").code == 0)
      let validate = try settling.session.run("validate")
      #expect(validate.code == 0 && validate.out.contains("[review-signature-missing]"))
      let commit = try settling.session.run("commit", "1")
      #expect(commit.code == 1)
      #expect(commit.err.contains("0001 needs the objection of rune-reviewer settled"))
      // The signed one takes its place.
      try settling.settleBySignature()
      let state = try settling.sandbox.read(Settling.state)
      #expect(state.components(separatedBy: "reviewer: rune-reviewer").count == 2)
      #expect(try settling.session.run("commit", "1").code == 0)
    }
  }

  @Test("Takes an unsigned one where nothing requires a signature")
  func notRequired() throws {
    try settling(required: false) { settling in
      #expect(try settling.settle("--no-sign").code == 0)
      #expect(try settling.session.run("validate", "--quiet").code == 0)
      #expect(try settling.session.run("commit", "1").code == 0)
      try settling.session.expectSound()
    }
  }

  @Test("Signs only by a key that the committee lists for the chair")
  func foreignKey() throws {
    try settling { settling in
      let refused = try settling.settle("--key", settling.signers.path("second"))
      #expect(refused.code == 1)
      #expect(refused.err.contains("the key is not one that committee.yml lists for cleo-chair"))
      #expect(try !settling.sandbox.read(Settling.state).contains("resolved"))
    }
  }

  @Test("Refuses a signature that does not settle this", arguments: FalseSettlement.all)
  func forged(_ settlement: FalseSettlement) throws {
    try settling { settling in
      try settling.settleBySignature()
      try settlement.attempt(settling)
      // In the chair's name, so that the signature alone is what stops the commit.
      try settling.session.commitAll("Settle", as: .chair)
      let validate = try settling.session.run("validate", "--quiet", "--as-of", "2026-11-24")
      let errors = validate.out.components(separatedBy: "\n").filter {
        $0.hasPrefix(Settling.state) && $0.hasSuffix("[review-signature-invalid]")
      }
      #expect(validate.code == 1 && errors.count == 1, "\(validate.out)")
      let commit = try settling.session.run("commit", "1", "--as-of", "2026-11-24")
      #expect(commit.code == 1)
      #expect(
        commit.err.contains("the signature that settles the objection of 'rune-reviewer' is wrong"),
        "\(commit.err)")
    }
  }
}
