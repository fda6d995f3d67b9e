package import Diagnostics
import Git
package import PortfolioModel
import Records
package import Store

/// Publishes the last draft under the name that the publisher gave it.
package struct PublishEdition: Sendable {
  package struct Request: Sendable {
    package let title: String
    package let number: Int
    package let kind: Edition.Kind
    package let date: CalendarDate?
    /// When a revision is to be reviewed as a whole; nil stands for five years later.
    package let reviewDue: CalendarDate?

    package init(
      title: String, number: Int, kind: Edition.Kind, date: CalendarDate?,
      reviewDue: CalendarDate?
    ) {
      (self.title, self.number, self.kind) = (title, number, kind)
      (self.date, self.reviewDue) = (date, reviewDue)
    }
  }

  package let draft: Identifier
  package let request: Request
  package let maker: String
  package let surroundings: Surroundings

  package init(
    _ draft: Identifier, _ request: Request, maker: String, _ surroundings: Surroundings
  ) {
    (self.draft, self.request) = (draft, request)
    (self.maker, self.surroundings) = (maker, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> EditionOutcome {
    guard let id = EditionName.slug(of: request.title) else {
      throw Refusal(
        .usage, "'\(request.title)' can't be the name of an edition",
        help: ["it needs letters or digits, and at most 64 of them"])
    }
    guard request.number > 0, request.number < 1_000_000 else {
      throw Refusal(.usage, "an edition's number is from 1 to 999999", help: ["count from 1"])
    }
    return try EditionDesk(maker: maker, surroundings: surroundings).step(id, in: workspace) {
      ground throws(Refusal) in
      let description = ground.description
      var obstacles = try ground.obstacles(in: workspace, surroundings)
      let last = description.editions.last
      if let refusal = try draftRefusal(ground, in: workspace) { obstacles.append(refusal) }
      if let squatter = try ground.squatter(id, in: workspace) {
        obstacles.append(squatter)
      } else if try workspace.editionTag(id.text) != nil || description.edition(id) != nil {
        obstacles.append(
          Refusal(
            .refused, "there is an edition '\(id)' already",
            help: ["\(run: .edition(.list)) shows it"]))
      }
      let edition = Edition(
        id,
        Edition.Publication(
          name: request.title, number: request.number, kind: request.kind, draft: draft,
          follows: description.edition), date: request.date ?? surroundings.today,
        base: last?.base)
      let open = Set(ground.edition.openBallots.map { "ballot '\($0.id)' is open" })
      obstacles += ground.edition.obstacles(to: edition).filter { !open.contains($0) }.map {
        Refusal(.refused, $0, help: help(for: request.kind))
      }
      if let refusal = Refusal(all: obstacles) { throw refusal }
      let due = request.reviewDue ?? edition.date.later(byMonths: 60)
      let fields = description.stamped(with: edition, reviewDue: due)
      if let problem = Schema.portfolio.problems(in: fields).first {
        throw Refusal(.usage, "\(problem.path): \(problem.message)", help: problem.help)
      }
      return (
        EditionDesk.Plan(
          name: id, title: "Publish \(request.title)", fields: fields, edition: edition),
        [
          "\(request.title) is edition \(request.number), a \(request.kind.phrase) of "
            + "\(description.edition)."
        ]
          + (request.kind == .revision
            ? ["Its systematic review is due on \(due)."] : [])
      )
    }
  }

  private func help(for kind: Edition.Kind) -> [Hint] {
    kind == .corrected
      ? ["start a corrected edition from the tag of the edition that it corrects"] : []
  }

  /// Only the last draft is published, and only as it was cut.
  private func draftRefusal(
    _ ground: EditionDesk.Ground, in workspace: borrowing Workspace
  ) throws(Refusal) -> Refusal? {
    let editions = ground.description.editions
    guard let last = editions.last, last.stage != nil, last.id == draft else {
      guard let known = ground.description.edition(draft) else {
        return Refusal(
          .noInput, "there is no draft '\(draft)'",
          help: [
            editions.isEmpty
              ? "\(run: .edition(.cut)) makes one" : "\(run: .edition(.list)) shows those that are"
          ])
      }
      return Refusal(
        .refused,
        known.stage == nil
          ? "\(known.title) is published already"
          : "\(known.title) is not the last one: \(editions.last?.title ?? "")",
        help: ["publish the last draft, or cut another: \(run: .edition(.cut))"])
    }
    guard try workspace.editionTag(draft.text) != nil else {
      return Refusal(
        .refused, "the tag of \(last.title) is missing",
        help: ["fetch it: \(run: .sync)", "or, where it was never made: \(run: .edition(.cut))"])
    }
    let path = workspace.prefix + Layout.portfolioFolder
    let cut = try workspace.commit(
      try workspace.commit(named: Layout.editionTags + draft.text)
    ).tree
    let then = try workspace.entry(at: path, ofTree: cut)
    let now = try workspace.entry(at: path, ofTree: try workspace.commit(ground.tip).tree)
    guard then != now else { return nil }
    return Refusal(
      .refused,
      "the portfolio changed since \(last.title) was cut, and what is published is what was cut",
      help: ["cut it again: \(run: .edition(.cut))"])
  }
}

extension Edition.Kind {
  /// In a sentence.
  package var phrase: String {
    switch self {
    case .revision: "revision"
    case .amendment: "amendment"
    case .corrected: "corrected version"
    }
  }
}
