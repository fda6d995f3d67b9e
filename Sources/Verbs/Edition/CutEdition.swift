package import Diagnostics
import Git
package import PortfolioModel
import Records
package import Store

/// Freezes what the portfolio holds as a draft of the next edition.
package struct CutEdition: Sendable {
  /// The ledger entries that are kept although nobody reviewed them for the edition.
  package enum Carried: Sendable {
    case all
    case entries([Identifier])
  }

  package struct Request: Sendable {
    package let stage: Edition.Stage
    package let date: CalendarDate?
    package let carried: Carried
    /// The revision since which the history is to be proved, where no edition was published yet.
    package let since: String?

    package init(
      stage: Edition.Stage, date: CalendarDate?, carried: Carried, since: String?
    ) {
      (self.stage, self.date, self.carried, self.since) = (stage, date, carried, since)
    }
  }

  package let id: Identifier
  package let request: Request
  package let maker: String
  package let surroundings: Surroundings

  package init(
    _ id: Identifier, _ request: Request, maker: String, _ surroundings: Surroundings
  ) {
    (self.id, self.request) = (id, request)
    (self.maker, self.surroundings) = (maker, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> EditionOutcome {
    try EditionDesk(maker: maker, surroundings: surroundings).step(id, in: workspace) {
      ground throws(Refusal) in
      var obstacles = try ground.obstacles(in: workspace, surroundings)
      obstacles += try taken(ground, in: workspace)
      let unreviewed = ground.edition.unreviewed
      var carried: [Identifier] = unreviewed.map(\.id)
      if case .entries(let named) = request.carried {
        carried = carried.filter(named.contains)
        obstacles += unknown(named, ground) + left(unreviewed, named, ground)
      }
      var base: String?
      var warnings: [Hint] = []
      do throws(Refusal) {
        base = try self.base(ground, in: workspace)
        warnings = try unproved(since: base, ground, in: workspace)
      } catch {
        obstacles.append(error)
      }
      if let refusal = Refusal(all: obstacles) { throw refusal }
      let edition = Edition(
        draft: id, request.stage, date: request.date ?? surroundings.today, base: base,
        carried: carried)
      let description = ground.description
      return (
        EditionDesk.Plan(
          name: id, title: "Cut \(request.stage.rawValue) \(id)",
          fields: description.stamped(with: edition, reviewDue: nil), edition: edition),
        sentences(edition, ground) + warnings
      )
    }
  }

  private func sentences(_ edition: Edition, _ ground: EditionDesk.Ground) -> [Hint] {
    let since = ground.description.edition
    let count = ground.snapshot.proposals.count {
      $0.state?.accepted?.edition.hasSameBytes(as: since) == true
    }
    let kept = edition.carried.map { id in
      id.text + (ground.portfolio.overrides[id].flatMap { standards($0, ground) } ?? "")
    }
    return [
      "\(request.stage.rawValue) '\(id)' holds \(count.counted("proposal")) accepted since \(since)."
    ]
      + (kept.isEmpty
        ? []
        : [
          "Carried without a review: \(kept.joined(separator: "; "))."
        ])
  }

  /// ", for A and B", of what an entry of the ledger is about.
  private func standards(_ entry: Override, _ ground: EditionDesk.Ground) -> String? {
    entry.phrase(ofStandards: ground.portfolio.name).map { ", for \($0)" }
  }

  /// An id is used once.
  private func taken(
    _ ground: EditionDesk.Ground, in workspace: borrowing Workspace
  ) throws(Refusal) -> [Refusal] {
    if let squatter = try ground.squatter(id, in: workspace) { return [squatter] }
    let isTagged = try workspace.editionTag(id.text) != nil
    guard isTagged || ground.description.edition(id) != nil else { return [] }
    return [
      Refusal(
        .refused, "there is an edition '\(id)' already, and its name is never used again",
        help: ["choose another name: \(run: .edition(.list)) shows those that are taken"])
    ]
  }

  private func unknown(_ named: [Identifier], _ ground: EditionDesk.Ground) -> [Refusal] {
    let ids = ground.portfolio.overridesInOrder.map(\.id)
    return named.filter { !ids.contains($0) }.map { id in
      Refusal(
        .noInput, "there is no ledger entry '\(id)' to be carried",
        help: [
          Nearest.hint(for: id.text, in: ids.map(\.text), "the entries are")
        ])
    }
  }

  /// The entries that nobody reviewed and nobody carries, each with what to do.
  private func left(
    _ unreviewed: [Override], _ named: [Identifier], _ ground: EditionDesk.Ground
  ) -> [Refusal] {
    unreviewed.filter { !named.contains($0.id) }.map { entry in
      let past = entry.reviewDate.map { $0 < ground.day } ?? false
      let about = standards(entry, ground).map { $0 + "," } ?? ""
      return Refusal(
        .refused,
        past
          ? "override \(entry.id)\(about) was due for review by \(entry.reviewBy ?? "")"
          : "override \(entry.id)\(about) was not reviewed since \(ground.description.edition)",
        help: [
          "confirm or drop it by a proposal: \(run: .propose(.confirmOverride(entry.id.text)))",
          "or keep it as it is: \(option: .carry, entry.id.text)",
        ])
    }
  }

  /// The commit since which the history is to be proved: the edition before, or the one that is given.
  private func base(
    _ ground: EditionDesk.Ground, in workspace: borrowing Workspace
  ) throws(Refusal) -> String? {
    if let last = ground.description.lastPublished {
      guard request.since == nil else {
        throw Refusal(
          .usage, "an edition is proved since the one before it, \(last.title)",
          help: ["leave out the revision"])
      }
      return try workspace.commit(named: Layout.editionTags + last.id.text).hex
    }
    guard let since = request.since else { return nil }
    let start = try workspace.commit(named: since)
    let isBelow = try workspace.withRepository { try $0.isAncestor(start, of: ground.tip) }
    guard isBelow || start == ground.tip else {
      throw Refusal(
        .refused, "'\(since)' is no ancestor of \(ground.tip.hex.prefix(10))",
        help: ["name a commit of this history: \(git: .log)"])
    }
    return start.hex
  }
}
