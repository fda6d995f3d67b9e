import Foundation
import PortfolioModel
import Testing

@Suite("The count of a ballot")
struct TallyTests {
  /// So many bodies of a status, `p1`, `p2`, …
  private static func bodies(
    _ count: Int, _ status: Committee.Body.Status
  ) -> [Committee.Body] {
    (0..<count).compactMap { number in
      guard let id = Identifier("\(status.rawValue.prefix(1))\(number + 1)") else { return nil }
      return Committee.Body(id: id, name: id.text, status: status, voter: id, substitute: nil)
    }
  }

  private static func rule(_ more: String = "leaves-out: [abstention]") throws -> BallotRule {
    try #require(
      BallotRule(
        fields: Sample.fields(
          """
          basis: a test
          approve: {of: p-members, at-least: 2/3}
          negative: {of: all, at-most: 1/4}
          \(more)
          """, .ballotRule)))
  }

  /// Votes in the order of the bodies; the rest do not answer.
  private static func votes(
    _ groups: [(bodies: [Committee.Body], votes: [Vote])]
  ) -> [Identifier: Vote] {
    var votes: [Identifier: Vote] = [:]
    for group in groups {
      for (body, vote) in zip(group.bodies, group.votes) { votes[body.id] = vote }
    }
    return votes
  }

  private static func times(_ count: Int, _ vote: Vote) -> [Vote] {
    Array(repeating: vote, count: count)
  }

  /// What Python's fractions say of 2/3 and 1/4 for every number of votes.
  private static func independent(upTo most: Int) throws -> [String] {
    let script = """
      from fractions import Fraction
      for n in range(1, \(most) + 1):
          for k in range(n + 1):
              print(n, k, int(Fraction(k, n) >= Fraction(2, 3)), int(Fraction(k, n) <= Fraction(1, 4)))
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test("Agrees at every boundary up to 60 votes with an independent count")
  func boundaries() throws {
    let rule = try TallyTests.rule()
    let all = TallyTests.bodies(60, .pMember)
    var lines: [String] = []
    for count in 1...60 {
      let bodies = Array(all.prefix(count))
      for part in 0...count {
        // The rest of the votes is the opposite, so that both fractions are of the same number.
        let inFavour = Tally(
          TallyTests.votes([
            (
              bodies,
              TallyTests.times(part, .approve) + TallyTests.times(count - part, .disapprove)
            )
          ]), of: all, by: rule)
        let negative = Tally(
          TallyTests.votes([
            (
              bodies,
              TallyTests.times(part, .disapprove) + TallyTests.times(count - part, .approve)
            )
          ]), of: all, by: rule)
        #expect(inFavour.inFavour.description == "\(part)/\(count)")
        #expect(negative.negative.description == "\(part)/\(count)")
        let isApproved = !inFavour.failures.contains(.approval)
        let isFree = !negative.failures.contains(.negative)
        lines.append("\(count) \(part) \(isApproved ? 1 : 0) \(isFree ? 1 : 0)")
      }
    }
    #expect(try lines == TallyTests.independent(upTo: 60))
  }

  @Test("Approves with 13 of 16 p-members in favour and 3 of 21 votes negative")
  func golden() throws {
    let (p, o) = (TallyTests.bodies(16, .pMember), TallyTests.bodies(5, .oMember))
    let tally = Tally(
      TallyTests.votes([
        (p, TallyTests.times(13, .approve) + TallyTests.times(3, .disapprove)),
        (o, TallyTests.times(5, .approveWithComments)),
      ]), of: p + o, by: try TallyTests.rule())
    #expect(tally.inFavour.description == "13/16")
    #expect(tally.negative.description == "3/21")
    #expect(tally.verdict == .approved)
    #expect(
      tally.flips.map(\.sentence) == [
        "It would fail if 3 p-members in favour voted against it.",
        "It would fail if 3 o-members in favour voted against it.",
      ])
  }

  @Test("Leaves out abstentions and judged negatives, and says why")
  func leftOut() throws {
    let (p, o) = (TallyTests.bodies(4, .pMember), TallyTests.bodies(1, .liaison))
    let judged = JudgedNegative(
      on: nil, .none, because: "It objects to the date.", date: try Sample.day("2026-01-01"),
      by: try #require(Person("Ada <ada@x.example>")))
    let tally = Tally(
      TallyTests.votes([
        (p, [.approve, .approve, .disapprove, .abstain]), (o, [.approve]),
      ]), of: p + o,
      by: try TallyTests.rule("leaves-out: [abstention, negative-without-technical-reason]"),
      judgements: [p[2].id: judged])
    #expect(
      tally.casts.map { $0.leftOut?.phrase ?? "" } == [
        "", "", "a negative vote without a technical reason: It objects to the date.",
        "an abstention", "a liaison comments and never votes",
      ])
    #expect(tally.inFavour.description == "2/2")
    #expect(tally.returned.description == "4/4")
    #expect(tally.verdict == .approved)
  }

  @Test("Counts abstentions where the rule does not leave them out")
  func abstentions() throws {
    let p = TallyTests.bodies(3, .pMember)
    let votes = TallyTests.votes([(p, [.approve, .abstain, .abstain])])
    let counted = Tally(votes, of: p, by: try TallyTests.rule(""))
    #expect(counted.inFavour.description == "1/3" && counted.verdict == .disapproved)
    let left = Tally(votes, of: p, by: try TallyTests.rule())
    #expect(left.inFavour.description == "1/1" && left.verdict == .approved)
  }

  @Test("Stops where a negative vote's reason is in doubt, and says what either way gives")
  func doubt() throws {
    let p = TallyTests.bodies(3, .pMember)
    let rule = try TallyTests.rule("leaves-out: [negative-without-technical-reason]")
    let votes = TallyTests.votes([(p, [.approve, .approve, .disapprove])])
    let tally = Tally(votes, of: p, by: rule)
    #expect(tally.verdict == .undecided)
    #expect(tally.doubtful.map(\.id) == [p[2].id])
    #expect(tally.flips == [.judged(.technical, .disapproved), .judged(.none, .approved)])
    let reasoned = Tally(votes, of: p, by: rule, reasoned: [p[2].id])
    #expect(reasoned.verdict == .disapproved && reasoned.failures == [.negative])
  }

  @Test("Needs enough answers, and those of the bodies that must vote")
  func returned() throws {
    let p = TallyTests.bodies(4, .pMember)
    let votes = TallyTests.votes([(p, [.approve])])
    let tally = Tally(
      votes, of: p, by: try TallyTests.rule("returned: {at-least: 1/2}\nmust-vote: [p4]"))
    #expect(tally.verdict == .disapproved)
    #expect(tally.failures == [.returned, .mustVote([p[3].id])])
    #expect(tally.flips == [.answers(1), .answersOf([p[3].id])])
    #expect(tally.silent.map(\.id) == p.dropFirst().map(\.id))
    let enough = Tally(
      TallyTests.votes([(p, [.approve, .abstain])]), of: p,
      by: try TallyTests.rule("leaves-out: [abstention]\nreturned: {at-least: 1/2}"))
    #expect(enough.verdict == .approved)
  }

  @Test(
    "Sends to a meeting what failed with enough in favour",
    arguments: [(1, Tally.Verdict.disapproved), (2, .meeting), (3, .approved)])
  func meeting(inFavour: Int, verdict: Tally.Verdict) throws {
    let p = TallyTests.bodies(4, .pMember)
    let tally = Tally(
      TallyTests.votes([
        (
          p,
          TallyTests.times(inFavour, .approve) + TallyTests.times(4 - inFavour, .disapprove)
        )
      ]), of: p, by: try TallyTests.rule("meeting: {from: 1/2}"))
    #expect(tally.verdict == verdict)
  }

  @Test("Approves nothing without a vote")
  func nothing() throws {
    let p = TallyTests.bodies(3, .pMember)
    let tally = Tally([:], of: p, by: try TallyTests.rule())
    #expect(tally.inFavour.description == "0/0" && tally.verdict == .disapproved)
    #expect(tally.flips.isEmpty)
  }
}

@Suite("Digests")
struct DigestTests {
  @Test(
    "Are those of the standard",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func examples(text: String, digest: String) {
    #expect(SHA256.hex(of: Array(text.utf8)) == digest)
  }
}
