import Diagnostics
import Git
import History
import PortfolioModel
import Records
import Testing

/// A short history in memory, told step by step: each step is a commit on the one before.
///
/// A copy goes on as a branch of its own.
struct Story {
  private(set) var repository = MemoryRepository()
  /// By path, what the next commit will hold.
  var files: [String: String]
  private(set) var head: ObjectID?
  /// The day of the next commits.
  var day: String

  static let folder = "Proposals/0001-re-rate-a"
  static let proposal = folder + "/proposal.yml"
  static let state = folder + "/state.yml"
  static func review(_ member: String) -> String { "\(folder)/reviews/\(member).yml" }

  /// Starts with a portfolio of one standard, or with nothing.
  init(isEmpty: Bool = false, requiresSignatures: Bool = false, on day: String = "2026-06-10")
    throws
  {
    self.day = day
    files = isEmpty ? [:] : try Texts.portfolio(requiresSignatures: requiresSignatures)
    try commit("Import the portfolio", by: .ada)
  }

  var tip: ObjectID { get throws { try #require(head) } }

  @discardableResult
  mutating func commit(
    _ message: String, by author: Actor, committer: Actor? = nil, parents: [ObjectID]? = nil
  ) throws -> ObjectID {
    let id = try repository.commit(
      files, parents: parents ?? (head.map { [$0] } ?? []), message + "\n", author: author,
      committer: committer ?? author, day: try Texts.day(day))
    head = id
    return id
  }

  // MARK: - What people do

  /// Writes and opens a proposal that rates a standard anew.
  mutating func propose(by actor: Actor = .ada, tooling: String = "moderate") throws {
    files[Story.proposal] = try Texts.proposal(by: actor, created: day, tooling: tooling)
    files[Story.state] = "status: open\n"
    try commit("Propose to re-rate A", by: actor)
  }

  mutating func review(
    _ member: Actor, _ verdict: String = "approve", dated date: String? = nil,
    by actor: Actor? = nil, signature: String? = nil
  ) throws {
    let content = blobID(files[Story.proposal] ?? "")
    files[Story.review(member.id)] = try Texts.review(
      member.id, verdict, on: date ?? day, of: content, signature: signature)
    try commit("Review by \(member.id)", by: actor ?? member)
  }

  /// Writes a state and commits it.
  mutating func close(_ state: String, _ message: String = "Close", by actor: Actor) throws {
    files[Story.state] = try Texts.canonical(state, .state)
    try commit(message, by: actor)
  }

  /// Accepts the proposal as `commit` does it, with something of it changed before it is committed.
  mutating func accept(
    by actor: Actor = .ada, dated date: String? = nil,
    _ change: (_ files: inout [String: String], _ message: inout String) -> Void = { _, _ in }
  ) throws {
    let today = try Texts.day(date ?? day)
    let snapshot = try repository.snapshot(of: try tip)
    let entry = try #require(snapshot.proposal(1))
    let base = try #require(snapshot.portfolio)
    let proposal = try #require(entry.proposal)
    let judgement = ProposalJudgement(proposal, on: base, today: today, isDraft: false)
    let standing = ReviewStanding(
      of: proposal, content: entry.content, reviews: entry.reviews, state: entry.state,
      signatures: ReviewSignatures(of: entry, on: base, by: Scribbles()), on: base, ownPeople: [],
      today: today)
    let plan = CommitPlan(entry, judgement, standing, Changelog(snapshot), today: today)
    for (path, text) in plan.files { files[path] = text }
    if plan.reviewers.isEmpty {
      // `commit` makes no such acceptance; whoever forges one has to claim somebody's approval.
      files[Story.state] = try Texts.canonical(
        "status: accepted\naccepted: {date: \(today), reviewers: [Bob Second], edition: First}\n",
        .state)
    }
    var message = CommitMessage.of(proposal, reviewers: plan.reviewers)
    if message.hasSuffix("\n") { message.removeLast() }
    change(&files, &message)
    try commit(message, by: actor)
  }

  /// Gives the proposal's folder another name.
  mutating func rename(
    from old: String = Story.folder, to new: String, by actor: Actor
  ) throws {
    for (path, text) in files(below: old) {
      files[path] = nil
      files[new + path.dropFirst(old.count)] = text
    }
    try commit("Rename", by: actor)
  }

  func files(below folder: String) -> [String: String] {
    files.filter { $0.key.hasPrefix(folder + "/") }
  }

  /// Holds what another branch is made of, without a merge.
  mutating func merge(objectsOf other: Story) { repository.formUnion(other.repository) }

  /// Merges another branch of the same story: what only that one changed is taken from there.
  mutating func merge(
    _ side: Story, by actor: Actor = .ada,
    _ change: (inout [String: String]) -> Void = { _ in }
  ) throws {
    repository.formUnion(side.repository)
    let (ours, theirs) = (try tip, try side.tip)
    let base = try repository.lineage(of: [ours, theirs], from: nil).bases(of: ours, theirs).first
    let before = base.flatMap { repository.contents[$0] } ?? [:]
    for path in Set(side.files.keys).union(before.keys) where files[path] == before[path] {
      files[path] = side.files[path]
    }
    change(&files)
    try commit("Merge", by: actor, parents: [ours, theirs])
  }

  // MARK: - What is said of it

  /// The rules of what an audit from a commit on finds, in order, each once.
  func audit(from start: ObjectID) throws -> [String] {
    let outcome = try HistoryAudit(by: Scribbles(), today: try Texts.day("2030-01-01"))
      .judge(from: start, named: start.hex, to: try tip, in: repository)
    return unique(outcome.findings.map(\.rule))
  }

  /// The rules of what the history has against the proposal at the tip.
  func past(of number: Int = 1) throws -> [String] {
    let entry = try #require(try repository.snapshot(of: try tip).proposal(number))
    let graph = try ProposalsGraph(repository, from: try tip)
    return unique(
      try ProposalPast(of: entry, in: graph, by: Scribbles(), repository).findings.map(\.rule))
  }

  /// The addresses of those who may not approve the proposal.
  func ownPeople(of number: Int = 1) throws -> [String] {
    let snapshot = try repository.snapshot(of: try tip)
    let entry = try #require(snapshot.proposal(number))
    return try OwnPeople(
      of: try #require(entry.proposal), folder: entry.folder, on: try #require(snapshot.portfolio),
      in: try ProposalsGraph(repository, from: try tip), reviewers: entry.reviewers, repository
    ).addresses.sorted()
  }

  private func unique(_ rules: [RuleID]) -> [String] {
    rules.reduce(into: []) { if !$0.contains($1.rawValue) { $0.append($1.rawValue) } }
  }
}
