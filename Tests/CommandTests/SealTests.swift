import Foundation
import TestSupport
import Testing

@Suite("A seal that is moved to another machine")
struct SealTests {
  /// Votes were taken here; there is a clone in which nothing is sealed.
  private func moved(_ work: (BallotSession, _ clone: String) throws -> Void) throws {
    try BallotSession.run { ballot in
      try ballot.votes("siri-second", "disapprove", "--comment", "2:te=Too few tools.")
      try ballot.votes("siri-second", "abstain")
      try ballot.votes("rune-reviewer", "approve")
      try ballot.sandbox.git("clone", "-q", ".", "../other")
      try work(ballot, "../other")
    }
  }

  private func seal(
    _ ballot: BallotSession, _ way: String, _ file: String, in place: String = ".",
    as actor: Sandbox.Actor = .chair
  ) throws -> Sandbox.Outcome {
    try ballot.session.run(
      arguments: ["ballot", "seal", way, file, "--repo", place], as: actor,
      day: BallotSession.voted)
  }

  @Test("Is taken by its receipts, and ends voting there")
  func moves() throws {
    try moved { ballot, clone in
      let out = try seal(ballot, "export", "../seal.zip")
      #expect(out.code == 0, "\(out.err)")
      #expect(out.out.contains("2 sealed files are in "), "\(out.out)")
      #expect(out.out.contains("Whoever has that file can read the votes"), "\(out.out)")
      let there = ["--repo", clone]
      let lost = try ballot.session.run(
        arguments: ["ballot", "end", "cd"] + there, as: .chair, day: BallotSession.closed)
      #expect(lost.code == 1 && lost.err.contains("is not sealed on this machine"))
      let taken = try seal(ballot, "import", "../seal.zip", in: clone)
      #expect(taken.code == 0, "\(taken.err)")
      #expect(taken.out.contains("2 files of 2 are sealed here now."), "\(taken.out)")
      let again = try seal(ballot, "import", "../seal.zip", in: clone)
      #expect(again.out.contains("is sealed here already."), "\(again.out)")
      try ballot.does(["ballot", "end", "cd"] + there, as: .chair, on: BallotSession.closed)
      let report = try ballot.does(["ballot", "report", "cd"] + there, on: BallotSession.closed)
      #expect(report.contains("abstains"), "\(report)")
    }
  }

  @Test("Is refused where it is not as the receipts say, and leaves what is sealed")
  func refuses() throws {
    try moved { ballot, clone in
      let other = try seal(ballot, "export", "../seal.zip", as: .editor)
      #expect(other.code == 1 && other.err.contains("is neither chair nor secretary"))
      #expect(try seal(ballot, "export", "../seal.zip").code == 0)
      let taken = try seal(ballot, "export", "../seal.zip")
      #expect(taken.code == 1 && taken.err.contains("is there already"), "\(taken.err)")
      let path = ballot.sandbox.root + "/../seal.zip"
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      // A vote of the same length, with the checksum that fits it.
      try ballot.sandbox.shell(
        "cp -r .git/rspmaint/ballots ../kept && "
          + "sed -i 's/vote: abstain/vote: approve/' .git/rspmaint/ballots/cd/south.yml")
      #expect(try seal(ballot, "export", "../forged.zip").code == 0)
      let forged = try seal(ballot, "import", "../forged.zip", in: clone)
      #expect(forged.code == 1)
      #expect(
        forged.err.contains(
          "forged.zip nor this machine holds the reply of 'south' to ballot 'cd' that came on "
            + "2026-10-10, as the receipt says"), "\(forged.err)")
      #expect(forged.err.contains("rspmaint ballot lost cd south --because REASON"))
      #expect(
        !FileManager.default.fileExists(
          atPath: ballot.sandbox.root + "/../other/.git/rspmaint/ballots/cd"))
      try bytes.dropLast(40).write(to: URL(fileURLWithPath: path))
      let damaged = try seal(ballot, "import", "../seal.zip", in: clone)
      #expect(damaged.code == 65 && damaged.err.contains("seal.zip"), "\(damaged.err)")
    }
  }

  @Test("Carries the forms as they came, whatever they are called, also of ballots that have ended")
  func forms() throws {
    try BallotSession.run { ballot in
      let form = try ballot.csv(
        "Stimmzettel für Süd.csv", BallotSession.votingHeadings, [ballot.row("south", "1", 0)])
      try ballot.does(["ballot", "import", "cd", form], as: .chair, on: BallotSession.voted)
      try ballot.sandbox.git("clone", "-q", ".", "../other")
      let out = try seal(ballot, "export", "../seal.zip")
      #expect(out.code == 0 && out.out.contains("2 sealed files are in "), "\(out.err)\(out.out)")
      #expect(try seal(ballot, "import", "../seal.zip", in: "../other").code == 0)
      let names = try FileManager.default.contentsOfDirectory(
        atPath: ballot.sandbox.root + "/../other/.git/rspmaint/ballots/cd/originals")
      #expect(names.count == 1 && names[0].hasSuffix("-Stimmzettel für Süd.csv"), "\(names)")
      try ballot.end()
      try ballot.sandbox.git("clone", "-q", ".", "../third")
      let later = try seal(ballot, "import", "../seal.zip", in: "../third")
      #expect(later.code == 0, "\(later.err)")
      #expect(later.out.contains("1 file of 2 is sealed here now."), "\(later.out)")
      #expect(
        later.out.contains(
          "Voting in ballot 'cd' has ended, so its replies are shared and were left out."))
    }
  }
}
