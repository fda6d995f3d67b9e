import Foundation
import TestSupport
import Testing

/// One way to make a signature say what its maker did not.
struct Borrowing: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Whose review it is in the end.
  let victim: Sandbox.Actor
  let attempt: @Sendable (Signers) throws -> Void

  init(
    _ description: String, of victim: Sandbox.Actor = .second,
    _ attempt: @escaping @Sendable (Signers) throws -> Void
  ) {
    testDescription = description
    self.victim = victim
    self.attempt = attempt
  }

  static func content(_ signers: Signers) throws -> String {
    try signers.sandbox.git("hash-object", Signers.folder + "/proposal.yml")
      .trimmingCharacters(in: .newlines)
  }

  static func text(_ signers: Signers) throws -> String {
    "rspmaint-review 1\nportfolio: clinical-imaging\ncontent: \(try content(signers))\n"
      + "member: siri-second\nverdict: approve\ndate: 2026-11-23\n"
      + "comment: e69de29bb2d1d6434b8b29ae775ad8c2e48c5391\n"
  }

  static let all: [Borrowing] = [
    Borrowing("another content") { signers in
      let old = try content(signers)
      _ = try signers.sandbox.rspmaint(
        ["propose", "--update", "1", "--rationale", "Other reasons."])
      try signers.sandbox.edit(Signers.file(.second), old, content(signers))
    },
    Borrowing("another verdict") { signers in
      try signers.review("--abstain", by: .second)
      try signers.sandbox.edit(Signers.file(.second), "verdict: abstain", "verdict: approve")
    },
    Borrowing("another member", of: .chair) { signers in
      let text = try signers.sandbox.read(Signers.file(.second))
      try signers.sandbox.write(
        text.replacingOccurrences(of: "member: siri-second", with: "member: cleo-chair"),
        to: Signers.file(.chair))
    },
    Borrowing("another member's key") { signers in
      try signers.replaceSignature(
        of: .second,
        with: signers.sign(text(signers), by: "reviewer", for: "rspmaint-review"))
    },
    Borrowing("another portfolio") { signers in
      try signers.sandbox.edit(
        "Portfolio/portfolio.yml", "id: clinical-imaging", "id: another-portfolio")
    },
    Borrowing("another date") { signers in
      try signers.sandbox.edit(Signers.file(.second), "date: 2026-11-23", "date: 2026-11-24")
    },
    Borrowing("another comment") { signers in
      try signers.sandbox.edit(
        Signers.file(.second), "signature: |", "comment: |\n  Gladly.\nsignature: |")
    },
    Borrowing("a key that has gone") { signers in
      let old = try signers.key("second")
      try signers.sandbox.edit("Portfolio/committee.yml", old, signers.make("newer"))
    },
    Borrowing("a commit's signature") { signers in
      try signers.replaceSignature(
        of: .second, with: signers.sign(text(signers), by: "second", for: "git"))
    },
    Borrowing("another program's signature") { signers in
      try signers.replaceSignature(
        of: .second, with: signers.sign(text(signers), by: "second", for: "file"))
    },
    Borrowing("no armour at all") { signers in
      try signers.replaceSignature(of: .second, with: "Signed: Siri")
    },
  ]
}

@Suite("Reviews that cannot be borrowed")
struct BorrowedReviewTests {
  @Test("Accepts what the borrowings start from")
  func sound() throws {
    try signedSession { signers, session in
      try signers.review(by: .reviewer)
      try signers.review(by: .second)
      try signers.replaceSignature(
        of: .second,
        with: signers.sign(Borrowing.text(signers), by: "second", for: "rspmaint-review"))
      #expect(try session.run("validate").code == 0)
      #expect(try session.run("commit", "1").code == 0)
    }
  }

  @Test("Refuses a signature borrowed from elsewhere", arguments: Borrowing.all.orSome(3))
  func borrowed(_ borrowing: Borrowing) throws {
    try signedSession { signers, session in try expectRefused(borrowing, signers, session) }
  }

  @Test("Refuses it too where no signature is required")
  func notRequired() throws {
    let borrowing = try #require(Borrowing.all.first { $0.testDescription == "another date" })
    try signedSession(required: false) { signers, session in
      try expectRefused(borrowing, signers, session)
    }
  }

  private func expectRefused(
    _ borrowing: Borrowing, _ signers: Signers, _ session: Transcript
  ) throws {
    // Two more approvals would do, so that the signature alone is what stops the commit.
    for member in Signers.members where member != borrowing.victim && member != .second {
      try signers.review(by: member)
    }
    try signers.review(by: .second)
    try borrowing.attempt(signers)
    try session.commitAll("Borrow", as: .stranger)
    let validate = try session.run("validate", "--quiet")
    let errors = validate.out.components(separatedBy: "\n").filter {
      $0.hasPrefix(Signers.file(borrowing.victim)) && $0.hasSuffix("[review-signature-invalid]")
    }
    #expect(validate.code == 1 && errors.count == 1, "\(validate.out)")
    let commit = try session.run("commit", "1")
    #expect(commit.code == 1)
    #expect(commit.err.contains("the signature of '"), "\(commit.err)")
    #expect(commit.err.contains("[review-signature-invalid]"))
  }
}
