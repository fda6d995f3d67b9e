import Foundation
import TestSupport
import Testing

/// The forms of a package, filled in by other programs. `RSPMAINT_PYTHON` names a Python with
/// python-docx; `RSPMAINT_REQUIRE_OFFICE=1` makes it a failure that it or LibreOffice is missing.
@Suite("Forms of a ballot in other programs")
struct BallotOfficeTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let isRequired = environment["RSPMAINT_REQUIRE_OFFICE"] == "1"
  private static let python = environment["RSPMAINT_PYTHON"]
  private static let office = "/usr/bin/soffice"
  private static let hasOffice = FileManager.default.isExecutableFile(atPath: office)

  private func run(_ program: String, _ arguments: [String], _ ballot: BallotSession) throws {
    let outcome = try Running(
      program, arguments,
      ["PATH": "/usr/bin:/bin", "HOME": ballot.outside, "LC_ALL": "C.UTF-8"], ballot.outside,
      output: ballot.outside + "/output-\(UUID().uuidString)"
    ).wait()
    try #require(outcome.code == 0, "\(outcome.err)")
  }

  /// Saves a form in another format, and returns its path.
  private func convert(
    _ path: String, to format: String, into folder: String, _ ballot: BallotSession
  ) throws -> String {
    try run(
      BallotOfficeTests.office,
      [
        "-env:UserInstallation=file://\(ballot.outside)/profile", "--headless", "--convert-to",
        format, "--outdir", ballot.outside + "/" + folder, path,
      ], ballot)
    let name = (path as NSString).lastPathComponent
    return "\(ballot.outside)/\(folder)/\((name as NSString).deletingPathExtension).\(format)"
  }

  private func withForms(
    _ work: (BallotSession, _ votes: String, _ comments: String) throws -> Void
  )
    throws
  {
    try BallotSession.run { ballot in
      let package = try ballot.path("package")
      try ballot.does(
        ["ballot", "package", "cd", "--output", package], as: .chair, on: BallotSession.opened)
      let forms = [try ballot.path("votes.docx"), try ballot.path("comments.docx")]
      try run(
        try #require(BallotOfficeTests.python),
        [Checkout.root + "/Tests/CommandTests/fill_forms.py", package] + forms, ballot)
      try work(ballot, forms[0], forms[1])
    }
  }

  private func expectReply(_ ballot: BallotSession) throws {
    try ballot.end()
    let reply = try ballot.sandbox.read("Proposals/ballots/cd/replies/south.yml")
    #expect(
      reply.replacing(/salt: .*/, with: "salt: SALT") == """
        replies:
          - salt: SALT
            voter: siri-second
            votes:
              - {proposal: 1, vote: approve}
              - {proposal: 2, vote: disapprove}
            comments:
              - proposal: 2
                about: Table 1, UCUM (change 2.1)
                type: te
                text: |
                  Count the tools:
                  all of them, ümläut
                change: |
                  Moderate.
              - line: "17"
                clause: "3.1"
                type: ed
                text: |
                  A comma.
              - proposal: 2
                type: te
                text: |
                  Too few tools.

        """)
  }

  @Test(
    "Are taken as python-docx fills them in",
    .enabled(if: python != nil || isRequired, "RSPMAINT_PYTHON is missing."))
  func filledIn() throws {
    try withForms { ballot, votes, comments in
      let said = try ballot.does(
        ["ballot", "import", "cd", votes, comments], as: .chair, on: BallotSession.voted)
      #expect(!said.contains("finding:"), "\(said)")
      try expectReply(ballot)
    }
  }

  @Test(
    "Are taken as LibreOffice saves them by way of ODT",
    .enabled(
      if: python != nil && hasOffice || isRequired, "RSPMAINT_PYTHON or LibreOffice is missing."))
  func saved() throws {
    try withForms { ballot, votes, comments in
      let saved = try [votes, comments].map { form in
        try convert(
          try convert(form, to: "odt", into: "odt", ballot), to: "docx", into: "docx", ballot)
      }
      let said = try ballot.does(
        ["ballot", "import", "cd"] + saved, as: .chair, on: BallotSession.voted)
      #expect(!said.contains("finding:"), "\(said)")
      try expectReply(ballot)
    }
  }
}
