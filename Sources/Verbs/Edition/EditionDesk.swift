package import Diagnostics
import Git
import PortfolioModel
import Records
import Store

/// What a step of an edition did.
package struct EditionOutcome: Sendable {
  /// What happened, a sentence each.
  package let sentences: [Hint]
  /// Files that someone changed meanwhile; they were kept as they are.
  package let kept: [String]
}

/// Where editions are made: what all steps have in common.
struct EditionDesk {
  /// What a step stands on: the tip, and what it holds.
  struct Ground {
    let tip: ObjectID
    /// The day of the commit to be made.
    let day: CalendarDate
    let snapshot: Snapshot
    let portfolio: Portfolio

    var description: PortfolioDescription { portfolio.description }

    var edition: EditionGround {
      EditionGround(portfolio, snapshot.proposals, snapshot.ballots, on: day)
    }
  }

  /// What a step makes of the portfolio's description.
  struct Plan {
    let name: Identifier
    /// The first line of the commit's message.
    let title: String
    let fields: Fields
    /// The edition that is tagged; nil where none is made.
    let edition: Edition?
  }

  /// The version of this tool, which the tags of editions name.
  let maker: String
  let surroundings: Surroundings

  /// Takes a step: one commit, and the edition's tag.
  ///
  /// - Parameter name: What is to be tagged. Where a run was ended between the commit and the tag, only
  ///   the tag is made.
  /// - Parameter plan: Says what the step makes, or throws all that is in the way.
  func step(
    _ name: Identifier?, in workspace: borrowing Workspace,
    _ plan: (Ground) throws(Refusal) -> (Plan, [Hint])
  ) throws(Refusal) -> EditionOutcome {
    try workspace.locked("edition", surroundings) { () throws(Refusal) -> EditionOutcome in
      guard workspace.isInRepository else {
        throw Refusal(
          .refused,
          "an edition needs a history that proves it, and there is no git repository here",
          help: ["\(gitLine: .initialize)"])
      }
      try workspace.refuseUncommittable(surroundings)
      try workspace.refuseDayAhead(ofCommit: surroundings)
      if let name, let made = try tagLeftOver(name, in: workspace) { return made }
      var made: (plan: Plan, sentences: [Hint])?
      let published = try workspace.publish("edition", surroundings) {
        (tip, committer) throws(Refusal) in
        let snapshot = try workspace.snapshot(of: tip)
        let ground = Ground(
          tip: tip, day: committer.day, snapshot: snapshot, portfolio: try snapshot.readable())
        let (decided, sentences) = try plan(ground)
        made = (decided, sentences)
        let publication = publication(decided, over: snapshot, workspace.prefix)
        try workspace.refuseTouched(publication.paths, tip: tip)
        return publication
      }
      guard let made, let commit = published.ids.last else {
        preconditionFailure("one commit was published")
      }
      var sentences = made.sentences
      if !surroundings.rehearses {
        sentences.append("Committed as \(commit.hex.prefix(10)).")
        if let edition = made.plan.edition {
          sentences.append(try tag(edition, at: commit, in: workspace))
        }
        if try workspace.sharingStanding(surroundings) != nil {
          sentences.append("Share it: \(run: .sync).")
        }
      }
      return EditionOutcome(sentences: sentences, kept: published.kept)
    }
  }

  private func publication(
    _ plan: Plan, over snapshot: Snapshot, _ prefix: String
  ) -> Publication {
    let text = CanonicalText.of(plan.fields, .portfolio)
    let changelog = ChangelogFile(
      snapshot.replacing([(path: Layout.portfolioFile, text: Optional(text))])
    ).text
    return Publication(
      "edition \(plan.name)",
      [
        Publication.Commit(
          "edition \(plan.name)", message: "\(plan.title)\n\nRSP-Edition: \(plan.name)\n",
          files: [
            (prefix + Layout.portfolioFile, Array(text.utf8)),
            (prefix + Layout.changelogFile, Array(changelog.utf8)),
          ])
      ])
  }

  /// Makes a tag that a run left out which was ended after its commit; nil where none is missing.
  private func tagLeftOver(
    _ name: Identifier, in workspace: borrowing Workspace
  ) throws(Refusal) -> EditionOutcome? {
    let (_, tip) = try workspace.branch()
    guard let edition = try workspace.snapshot(of: tip).readable().description.edition(name),
      try workspace.editionTag(name.text) == nil,
      let commit = try workspace.ancestry(of: tip).first(where: {
        AuditTrailers($0.message).editions == [name.text]
      })
    else { return nil }
    guard !surroundings.rehearses else {
      return EditionOutcome(
        sentences: ["The tag of \(edition.title) is missing, and would be made."], kept: [])
    }
    return EditionOutcome(
      sentences: [
        "The tag of \(edition.title) was missing.",
        try tag(edition, at: commit.id, in: workspace),
      ], kept: [])
  }

  private func tag(
    _ edition: Edition, at commit: ObjectID, in workspace: borrowing Workspace
  ) throws(Refusal) -> Hint {
    let parts = try EditionParts(of: commit, in: workspace, surroundings)
    let isSigned = try workspace.tagEdition(
      edition.id.text, at: commit,
      message: EditionSeal(edition, parts.digests, maker: maker, folder: workspace.prefix).text,
      surroundings)
    return "Tagged as edition/\(edition.id), \(isSigned ? "signed" : "not signed")."
  }
}

extension EditionDesk.Ground {
  /// Why people may not make editions: it is for chair and secretary, where there is a committee.
  func refusal(of person: Person, on today: CalendarDate) -> Refusal? {
    guard let committee = portfolio.committee else { return nil }
    let officers = committee.members(as: MemberRole.officers, on: today)
    guard !officers.include(address: person.key) else { return nil }
    return Refusal(
      .refused, "\(person) is neither chair nor secretary, who alone make editions",
      help: [
        officers.isEmpty
          ? "committee.yml lists neither on \(today)"
          : "these do: \(officers.map(\.id.text).conjunction)"
      ])
  }

  /// What is to be settled before an edition is made, whatever it is.
  func obstacles(
    in workspace: borrowing Workspace, _ surroundings: Surroundings
  ) throws(Refusal) -> [Refusal] {
    var obstacles: [Refusal] = []
    let person = try workspace.identity(.author, surroundings).person
    if let refusal = refusal(of: person, on: surroundings.today) { obstacles.append(refusal) }
    do throws(Refusal) {
      try workspace.refuseUnshared(surroundings, for: "an edition is made")
    } catch {
      obstacles.append(error)
    }
    obstacles += edition.openBallots.map { ballot in
      Refusal(
        .refused, "ballot '\(ballot.id)' is open",
        help: ["\(run: .ballot(.status(ballot.id.text))) says how far it is"])
    }
    let errors = Validation(
      snapshot, today: surroundings.today,
      evidence: try ReviewEvidence(
        snapshot, at: .revision(tip.hex), in: workspace, surroundings), findsNotes: false
    ).diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty {
      obstacles.append(
        Refusal(
          .refused, "there \(errors.count == 1 ? "is" : "are") \(errors.count.counted("error"))",
          details: errors.prefix(5).map {
            "\($0.location.path): \($0.message) [\($0.rule.rawValue)]"
          }, help: ["\(run: .validate(revision: nil)) shows all that is wrong"]))
    }
    return obstacles
  }
}
