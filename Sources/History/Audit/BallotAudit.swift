import PortfolioModel
import Records

/// Checks that a commit changes a ballot as the verbs do: what was frozen, came in, was counted or
/// decided never changes afterwards.
struct BallotAudit {
  /// What a ballot is opened on: the first parent, and what it holds.
  struct Ground {
    let parent: String
    let snapshot: Snapshot
    /// The texts that were voted on of the proposals that have others now, by number.
    var voted: [Int: Proposal] = [:]
    /// What is wrong with a base that is another commit than the parent; nil where nothing is.
    var baseFault: String?
    /// The day of the commit.
    let day: CalendarDate?
    /// The address of the commit's author, with ASCII letters in lower case.
    var author = ""
    /// The committee of the first parent.
    var committee: Committee?
  }

  private let before: BallotEntry?
  private let after: BallotEntry?
  /// What is wrong, as phrases.
  var faults: [String] = []

  /// - Parameter ground: Nil in a merge, which opens no ballot and only has to keep what its sides
  ///   hold.
  init(from before: BallotEntry?, to after: BallotEntry?, on ground: Ground?) {
    (self.before, self.after) = (before, after)
    guard let after, let ballot = after.ballot else {
      if before != nil { faults.append("the ballot is gone") }
      return
    }
    faults += BallotCheck(after, []) { SealedReply.digest($0, of: $1, to: after.id) }
      .consistency().map(\.message)
    if let ground { checkOfficers(before, after, ground) }
    guard let before, let earlier = before.ballot else {
      if let ground { checkOpening(ballot, after, ground) }
      return
    }
    checkFrozen(earlier, ballot)
    checkPackages(earlier, ballot, isMerge: ground == nil)
    checkReceived(before, after)
    checkAnswers(before, after, isMerge: ground == nil)
    if let ground {
      checkStep(before, after)
      checkDays(before, after, ground)
      checkRound(before, after, ground)
      checkTexts(before, after, ground)
    }
  }

  /// A ballot begins with what its first parent holds, and with nothing that came in.
  private mutating func checkOpening(_ ballot: Ballot, _ after: BallotEntry, _ ground: Ground) {
    let snapshot = ground.snapshot
    if ballot.rule.fields != snapshot.portfolio?.criteria.ballotRule?.fields {
      faults.append("its rule is not that of the criteria")
    }
    if let fault = ground.baseFault { faults.append(fault) }
    for item in ballot.items {
      let entry = snapshot.proposal(item.number)
      if entry?.content.hasSameBytes(as: item.content) != true || entry?.status != .open {
        faults.append("proposal \(item.label) was not open with that text")
      }
    }
    let members = Set(snapshot.portfolio?.committee?.members.map(\.id) ?? [])
    let listed = snapshot.portfolio?.committee?.bodies ?? []
    let isSame =
      listed.isEmpty
      || listed.map { [$0.id.text, $0.name, $0.status.rawValue] }
        == ballot.bodies.map { [$0.id.text, $0.name, $0.status.rawValue] }
    if !isSame { faults.append("its bodies are not those of the committee") }
    if !ballot.bodies.allSatisfy({ members.contains($0.voter) }) {
      faults.append("a voter is not on the committee")
    }
    if ballot.ended != nil || ballot.cancelled != nil || !after.receipts.isEmpty
      || ballot.frozen != ballot.fields
    {
      faults.append("it is opened with more than what is voted on")
    }
  }

  private mutating func checkFrozen(_ earlier: Ballot, _ ballot: Ballot) {
    if earlier.frozen != ballot.frozen { faults.append("what was frozen has changed") }
    checkRounds(earlier, ballot)
    if earlier.cancelled != nil, earlier.cancelled != ballot.cancelled {
      faults.append("the cancellation has changed")
    }
  }

  /// What came in and what was decided stays.
  private mutating func checkReceived(_ before: BallotEntry, _ after: BallotEntry) {
    for (body, receipts) in before.receipts.sorted(by: { $0.key < $1.key })
    where Array((after.receipts[body] ?? []).prefix(receipts.count)) != receipts {
      faults.append("a receipt of '\(body)' has changed")
    }
    for (body, lost) in before.lost.sorted(by: { $0.key < $1.key })
    where Array((after.lost[body] ?? []).prefix(lost.count)) != lost {
      faults.append("that a reply of '\(body)' is lost has changed")
    }
    for (body, replies) in before.replies.sorted(by: { $0.key < $1.key })
    where Array((after.replies[body] ?? []).prefix(replies.count)) != replies {
      faults.append("the reply of '\(body)' has changed")
    }
    if let result = before.result, result != after.result {
      faults.append("the result has changed")
    }
  }

  /// A receipt is of the day of its commit, so that a late reply can't be dated back, and of no other
  /// reply than those that came before.
  private mutating func checkDays(
    _ before: BallotEntry, _ after: BallotEntry, _ ground: Ground
  ) {
    guard let day = ground.day else { return }
    for (body, receipts) in after.receipts.sorted(by: { $0.key < $1.key }) {
      for receipt in receipts.dropFirst(before.receipts[body]?.count ?? 0)
      where !receipt.date.isNear(day) {
        faults.append("a receipt of '\(body)' is of \(receipt.date), and its commit of \(day)")
      }
      if Set(receipts.map(\.digest)).count != receipts.count {
        faults.append("two receipts of '\(body)' are of the same reply")
      }
    }
  }

  /// What a commit may change depends on how far the ballot was.
  private mutating func checkStep(_ before: BallotEntry, _ after: BallotEntry) {
    let wasVoting = before.state == .voting
    let answers =
      before.dispositions == after.dispositions && before.negatives == after.negatives
      && before.satisfactions == after.satisfactions
    if before.replies != after.replies, !wasVoting || after.ballot?.ended == nil {
      faults.append("a reply came without the end of voting")
    }
    if wasVoting, after.ballot?.ended != nil, before.receipts != after.receipts {
      faults.append("a receipt came with the end")
    }
    let lost = { (entry: BallotEntry) in entry.lost.filter { !$0.value.isEmpty } }
    if lost(before) != lost(after), !wasVoting || after.ballot?.ended != nil {
      faults.append("a reply was declared lost after the end")
    }
    if !wasVoting {
      if before.receipts != after.receipts { faults.append("a receipt came after the end") }
      let closes = before.ballot?.rounds.map(\.closes) ?? []
      if Array((after.ballot?.rounds.map(\.closes) ?? []).prefix(closes.count)) != closes {
        faults.append("voting was extended after its end")
      }
    }
    if !answers, before.state != .resolving {
      faults.append(
        before.state == .closed
          ? "an answer changed after the ballot was closed" : "a comment was answered while voting")
    }
    if before.state == .closed, before.ballot != after.ballot {
      faults.append("the ballot changed after it was closed")
    }
    guard before.result == nil, after.result != nil else { return }
    let open = after.comments.filter { after.disposition(of: $0.id)?.agreed == nil }
    if let result = after.result, result.external != nil, let closes = before.ballot?.closes,
      closes.isBeyond(result.date)
    {
      faults.append("the result of another platform came before the last day of voting")
    }
    if wasVoting, after.result?.external == nil { faults.append("it was closed while voting") }
    if !open.isEmpty {
      let names = open.map(\.id.description).conjunction
      faults.append("it was closed without agreed answers to \(names)")
    }
    if after.tallies.contains(where: { $0.tally.verdict == .undecided }) {
      faults.append("it was closed while a negative vote was in doubt")
    }
  }
}
