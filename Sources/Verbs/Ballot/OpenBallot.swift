package import Diagnostics
import Git
import History
package import PortfolioModel
import Records
import Reports
package import Store

/// Freezes proposals, the rule and the bodies into a ballot, on which voting begins.
package struct OpenBallot: Sendable {
  /// What is asked for.
  package struct Request: Sendable {
    package let title: String
    package let proposals: [ProposalSelection]
    package let closes: CalendarDate
    package let document: String?
    package let project: String?
    package let voteOn: Ballot.Granularity
    package let zone: ZoneOffset
    /// The revision that they are put on for the voters; nil for the last commit.
    package let base: String?
    /// The member who votes for a body, where `committee.yml` doesn't say it.
    package let voters: [(body: Identifier, member: Identifier)]

    package init(
      title: String, proposals: [ProposalSelection], closes: CalendarDate, document: String?,
      project: String?, voteOn: Ballot.Granularity, zone: ZoneOffset, base: String? = nil,
      voters: [(body: Identifier, member: Identifier)]
    ) {
      (self.title, self.proposals, self.closes) = (title, proposals, closes)
      self.base = base
      (self.document, self.project) = (document, project)
      (self.voteOn, self.zone, self.voters) = (voteOn, zone, voters)
    }
  }

  package let id: Identifier
  package let request: Request
  package let maker: PackageMaker
  package let surroundings: Surroundings

  package init(
    _ id: Identifier, _ request: Request, by maker: PackageMaker, _ surroundings: Surroundings
  ) {
    (self.id, self.request, self.maker) = (id, request, maker)
    self.surroundings = surroundings
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> DeskOutcome {
    let desk = BallotDesk(id: id, surroundings: surroundings)
    return try desk.step(in: workspace, opens: true) { ground throws(Refusal) in
      guard ground.entry == nil else {
        throw Refusal(
          .refused, "there is a ballot '\(id)' already, and its id is never used again",
          help: ["choose another id"])
      }
      guard !request.title.isBlank else { throw Refusal.empty("the title", .title) }
      try workspace.refuseUnshared(surroundings)
      guard let rule = ground.portfolio.criteria.ballotRule else {
        throw Refusal(
          .refused, "criteria.yml says not how votes are counted",
          help: ["add its 'ballot' by a proposal: \(run: .propose(.fromWorktree))"])
      }
      let opened = surroundings.day(in: request.zone)
      try refuseShort(rule, opened)
      let (_, tip) = try workspace.branch()
      let items = try items(ground, at: tip, in: workspace)
      let bodies = try BallotBodies(ground.portfolio, request.voters, on: surroundings.today).all()
      let base = try self.base(of: items, tip, in: workspace)
      let report = try maker.report(
        on: items.map(\.number), at: base, surroundings.on(opened), in: workspace)
      var opening = Ballot.Opening(
        title: request.title, document: request.document, project: request.project,
        opened: opened, closes: request.closes, zone: request.zone, voteOn: request.voteOn,
        base: base.hex, items: items, rule: rule, bodies: bodies,
        changes: report.balloted.map(\.change))
      try refuseUnfit(opening.fields)
      opening.sent = sent(opening.fields, report)
      let fields = opening.fields
      let written = try desk.save(
        [
          (Layout.path(of: .ballot, of: id), BallotFiles.ballot(fields)),
          (Layout.path(of: .report, of: id), try maker.json(of: report)),
        ], .open, over: ground, in: workspace)
      let voters = bodies.filter(\.status.votes).count
      return DeskOutcome(
        [
          "Ballot '\(id)' on \(items.count.counted("proposal")) is open until \(request.closes) "
            + "(\(request.zone)); \(voters.counted("body", plural: "bodies")) can vote.",
          "What goes to the voters: \(run: .ballot(.package(id.text))).",
          "Replies come in by \(run: .ballot(.take(id.text))).",
        ] + remarks(items, ground.snapshot), written: written)
    }
  }

  /// The digests of what goes to the voters.
  private func sent(_ fields: Fields, _ report: DiffReport) -> Ballot.Package {
    guard let ballot = Ballot(id: id, fields: fields) else {
      preconditionFailure("the fields were judged")
    }
    return maker.package(of: ballot, report).digests(by: maker)
  }

  private func refuseUnfit(_ fields: Fields) throws(Refusal) {
    guard let problem = Schema.ballot.problems(in: fields).first else { return }
    throw Refusal(.usage, "\(problem.path): \(problem.message)", help: problem.help)
  }

  /// `days` binds the closing date.
  private func refuseShort(_ rule: BallotRule, _ opened: CalendarDate) throws(Refusal) {
    let days = request.closes.daysSince1970 - opened.daysSince1970
    let least = max(rule.days ?? 0, 0)
    let earliest = CalendarDate(secondsSince1970: (opened.daysSince1970 + least) * 86_400)
    guard days >= least else {
      throw Refusal(
        .refused,
        days < 0
          ? "voting can't close on \(request.closes), before it opens on \(opened)"
          : "\(days.counted("day")) \(days == 1 ? "is" : "are") too few: the rule asks for at least "
            + (rule.days ?? 0).counted("day"),
        help: [
          "give \(earliest) or a later day: \(option: .closes)"
        ])
    }
  }

  /// The proposals as they are frozen; all that keeps them from a ballot is said together.
  private func items(
    _ ground: BallotDesk.Ground, at tip: ObjectID, in workspace: borrowing Workspace
  ) throws(Refusal) -> [Ballot.Item] {
    let snapshot = ground.snapshot
    let numbers = request.proposals.numbers(among: snapshot.proposals).sorted()
    guard !numbers.isEmpty else {
      throw Refusal(
        .refused, "there is no such proposal to vote on",
        help: ["\(run: .verb(.status)) lists those that are open"])
    }
    var obstacles = numbers.compactMap { snapshot.heldRefusal($0) }
    do throws(Refusal) {
      _ = try CommitProposals(numbers, surroundings, for: .ballot).plans(
        workspace, tip: tip, on: try workspace.committer(surroundings).day)
    } catch {
      obstacles.append(error)
    }
    obstacles += overdue(numbers, ground)
    if let refusal = Refusal(all: obstacles) { throw refusal }
    return numbers.compactMap { number in
      snapshot.proposal(number).map { Ballot.Item(number, content: $0.content) }
    }
  }

  /// Overrides past their review that bear on what is voted on.
  private func overdue(_ numbers: [Int], _ ground: BallotDesk.Ground) -> [Refusal] {
    let findings = ground.portfolio.findings(on: surroundings.today)
      .filter { $0.rule == .overridePastReview }
    return numbers.flatMap { number -> [Refusal] in
      let standards = Set(
        (ground.snapshot.proposal(number)?.proposal?.changes ?? [])
          .filter { $0.subject.kind == .standard }.map(\.subject.id))
      return findings.compactMap { finding in
        guard case .override(let id) = finding.subject,
          let override = ground.portfolio.overrides[id],
          override.standards.contains(where: standards.contains)
        else { return nil }
        return Refusal(
          .refused,
          "proposal \(Proposal.label(number)) leans on an override: \(finding.message)",
          help: ["confirm or drop it first: \(line: .propose(.confirmOverride(id.text)))"])
      }
    }
  }
}

extension Workspace {
  /// Refuses where something is saved here that others do not have.
  ///
  /// - Parameter what: What is done only on what all have.
  borrowing func refuseUnshared(
    _ surroundings: Surroundings, for what: String = "a ballot is opened and closed"
  ) throws(Refusal) {
    guard let standing = try sharingStanding(surroundings) else { return }
    guard standing.unshared == 0, standing.ahead == 0 else {
      throw Refusal(
        .refused,
        standing.unshared > 0
          ? "\(standing.unshared.counted("saved change")) "
            + "\(standing.unshared == 1 ? "is" : "are") not shared yet, and \(what) on what all "
            + "have"
          : "the shared repository is \(standing.ahead) ahead, and \(what) on what all "
            + "have",
        help: ["\(run: .sync)"])
    }
  }
}
