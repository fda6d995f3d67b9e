import Foundation
import TestSupport
import Testing

@Suite("A good signature that is hard to check")
struct TemporaryFolderTests {
  private func approved(
    _ work: (Signers, ([String: String], String) throws -> Sandbox.Outcome) throws -> Void
  ) throws {
    try signedSession { signers, session in
      try signers.review(by: .reviewer)
      try signers.review(by: .second)
      try work(signers) { variables, verb in
        try signers.sandbox.start(
          Sandbox.binary, verb.split(separator: " ").map(String.init) + ["--as-of", "2026-11-23"],
          .editor, input: nil, variables)
      }
    }
  }

  @Test("Stands wherever TMPDIR leads")
  func places() throws {
    try approved { signers, run in
      try signers.sandbox.shell("mkdir '../a b' '../Ä' ../ro; touch ../file; chmod 555 ../ro")
      let base = URL(fileURLWithPath: signers.sandbox.root).deletingLastPathComponent().path
      for folder in [
        ".", "", "..", "nowhere", "/nowhere", "\(base)/file", "\(base)/a b", "\(base)/Ä",
        "\(base)/ro",
      ] {
        let outcome = try run(["TMPDIR": folder], "validate")
        #expect(!outcome.out.contains("review-signature"), "\(folder): \(outcome.out)")
        #expect(outcome.code == 0, "\(folder): \(outcome.err)")
      }
      #expect(try run(["TMPDIR": "."], "commit 1").code == 0)
    }
  }

  @Test(
    "Is not called wrong where its checker can't work, and does not count",
    arguments: [
      ("echo 'unknown option -- Y' >&2; exit 1", "ssh-keygen does not verify signatures here"),
      ("echo 'No user exists for uid 7' >&2; exit 255", "No user exists for uid 7"),
      ("kill -9 $$", "ssh-keygen was ended by signal 9"),
      ("echo 'unknown or unsupported key type' >&2; exit 255", "unsupported key type"),
    ])
  func checkers(script: String, words: String) throws {
    try approved { signers, run in
      let sandbox = signers.sandbox
      try sandbox.write("#!/bin/sh\n\(script)\n", to: "../bin/ssh-keygen")
      try sandbox.shell("chmod +x ../bin/ssh-keygen")
      let path = URL(fileURLWithPath: sandbox.root).deletingLastPathComponent().path + "/bin"
      let variables = ["PATH": path + ":/usr/bin:/bin"]
      let outcome = try run(variables, "validate")
      #expect(outcome.out.contains("[review-signature-unchecked]"), "\(outcome.out)")
      #expect(outcome.out.contains(words), "\(outcome.out)")
      #expect(!outcome.out.contains("is wrong"), "\(outcome.out)")
      let commit = try run(variables, "commit 1")
      #expect(commit.code == 1 && commit.err.contains("could not be checked"), "\(commit.err)")
    }
  }

  @Test("Is not called another's where it was just made")
  func justMade() throws {
    try signedSession { signers, session in
      let sandbox = signers.sandbox
      try sandbox.write(
        "#!/bin/sh\ncase $2 in sign) exec /usr/bin/ssh-keygen \"$@\";; esac\nexit 255\n",
        to: "../bin/ssh-keygen")
      try sandbox.shell("chmod +x ../bin/ssh-keygen")
      let path = URL(fileURLWithPath: sandbox.root).deletingLastPathComponent().path + "/bin"
      let outcome = try sandbox.start(
        Sandbox.binary, ["review", "1", "--approve", "--key", signers.path("reviewer")], .reviewer,
        input: nil, ["PATH": path + ":/usr/bin:/bin"])
      #expect(outcome.code == 1)
      #expect(
        outcome.err.contains("the signature was made but could not be checked"), "\(outcome.err)")
    }
  }
}
