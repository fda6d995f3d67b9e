package import Diagnostics
package import PortfolioModel
import Records
package import Store

/// Freezes what experts are asked into a survey, whose first round begins.
package struct OpenSurvey: Sendable {
  /// What is asked for.
  package struct Request: Sendable {
    package let title: String
    /// By whole names; empty where a category is asked for.
    package let standards: [String]
    package let category: Category?
    /// Empty for all.
    package let factors: [Factor]
    package let closes: CalendarDate
    package let showsRatings: Bool
    package let mostRounds: Int
    package let agreement: Survey.Agreement
    package let invited: [Person]

    package init(
      title: String, standards: [String], category: Category?, factors: [Factor],
      closes: CalendarDate, showsRatings: Bool, mostRounds: Int, agreement: Survey.Agreement,
      invited: [Person]
    ) {
      (self.title, self.standards, self.category) = (title, standards, category)
      (self.factors, self.closes, self.showsRatings) = (factors, closes, showsRatings)
      (self.mostRounds, self.agreement, self.invited) = (mostRounds, agreement, invited)
    }
  }

  package let id: Identifier
  package let request: Request
  /// Random digits, from which pseudonyms are made.
  package let salt: String
  package let surroundings: Surroundings

  package init(
    _ id: Identifier, _ request: Request, salt: String, _ surroundings: Surroundings
  ) {
    (self.id, self.request, self.salt) = (id, request, salt)
    self.surroundings = surroundings
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> DeskOutcome {
    let desk = SurveyDesk(id: id, surroundings: surroundings)
    return try desk.step(in: workspace, opens: true) { ground throws(Refusal) in
      try refuseUnfit(ground)
      let standards = try standards(ground)
      let factors = Factor.allCases.filter {
        request.factors.isEmpty || request.factors.contains($0)
      }
      let cells = standards.flatMap { SurveyCell.all(of: $0, factors, in: ground.portfolio) }
      guard !cells.isEmpty else {
        throw Refusal(
          .refused, "there is nothing to ask: these factors do not apply to these standards",
          help: ["ask about others: \(option: .factors)"])
      }
      let opening = Survey.Opening(
        title: request.title, opened: surroundings.today, closes: request.closes,
        by: ground.person, factors: factors, standards: standards.map(\.id),
        mostRounds: request.mostRounds, agreement: request.agreement,
        showsRatings: request.showsRatings,
        invited: request.invited.isEmpty ? nil : request.invited.count,
        ratings: cells.map { Survey.Rated($0, $0.level(in: ground.portfolio)) })
      let fields = opening.fields
      try SurveyDesk.refuseUnfit(fields)
      if !surroundings.rehearses {
        try workspace.seal(
          SurveyFiles.experts(SurveyExperts(salt: salt, invited: request.invited)),
          at: .experts(of: id))
      }
      let written = try desk.save(
        [(Layout.path(of: .survey, of: id), SurveyFiles.survey(fields))], .open, over: ground,
        in: workspace)
      return DeskOutcome(
        [
          "Survey '\(id)' asks about \(cells.count.counted("rating")) of "
            + "\(standards.count.counted("standard")), until \(request.closes).",
          "The form for the experts: \(run: .survey(.export(id.text))).",
          "Their answers come in by \(run: .survey(.take(id.text))).",
        ], written: written)
    }
  }

  private func refuseUnfit(_ ground: SurveyDesk.Ground) throws(Refusal) {
    guard ground.entry == nil else {
      throw Refusal(
        .refused, "there is a survey '\(id)' already, and its id is never used again",
        help: ["choose another id"])
    }
    guard !request.title.isBlank else { throw Refusal.empty("the title", .title) }
    guard request.closes >= surroundings.today else {
      throw Refusal(
        .refused, "the survey would close on \(request.closes), before it opens",
        help: ["give a later day: \(option: .closes)"])
    }
    guard request.mostRounds > 0, request.agreement.answers > 0 else {
      throw Refusal(.usage, "a survey has at least one round, and agreement takes an answer")
    }
    let keys = request.invited.map(\.key)
    if let twice = keys.first(where: { key in keys.count { $0.hasSameBytes(as: key) } > 1 }) {
      throw Refusal(.usage, "\(twice) is invited twice", help: ["name each expert once"])
    }
  }

  /// The standards in the order of the tables.
  private func standards(_ ground: SurveyDesk.Ground) throws(Refusal) -> [Standard] {
    var obstacles: [Refusal] = []
    var ids: Set<Identifier> = []
    for name in request.standards {
      do throws(Refusal) {
        ids.insert(try ground.snapshot.standard(named: name))
      } catch {
        obstacles.append(error)
      }
    }
    if let refusal = Refusal(all: obstacles) { throw refusal }
    let standards = ground.portfolio.inTableOrder.filter {
      ids.contains($0.id) || $0.category == request.category
    }
    guard !standards.isEmpty else {
      throw Refusal(
        .refused, "there is no standard to ask about",
        help: ["\(run: .verb(.list)) prints all of them"])
    }
    return standards
  }
}
