package import Diagnostics
package import PortfolioModel
import Records
package import Store

/// Ends a round: opens the sealed answers and shares them with their salts.
package struct CloseSurvey: Sendable {
  package let id: Identifier
  /// Why it ends early; nil where it may end by itself.
  package let because: String?
  /// A folder that keeps answers, for those that are not sealed here.
  package let kept: String?
  package let surroundings: Surroundings

  package init(
    _ id: Identifier, because: String?, kept: String?, _ surroundings: Surroundings
  ) {
    (self.id, self.because, self.kept, self.surroundings) = (id, because, kept, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> DeskOutcome {
    if let because, because.isBlank { throw Refusal.empty("the reason", .because) }
    let desk = SurveyDesk(id: id, surroundings: surroundings)
    var places: [SealPlace] = []
    let outcome = try desk.step(in: workspace) { ground throws(Refusal) in
      let (entry, survey) = try ground.survey()
      try survey.refuseEnded()
      let number = survey.round.number
      let answered = entry.answered(in: number)
      try refuseEarly(survey, entry)
      var files: [(path: String, text: String?)] = []
      var lost: [Refusal] = []
      for expert in answered {
        do throws(Refusal) {
          files.append(try opened(expert, in: number, entry, workspace))
        } catch {
          lost.append(error)
        }
      }
      if let refusal = Refusal(all: lost) { throw refusal }
      let deed = OfficerDeed(date: surroundings.today, by: ground.person, because: because)
      let fields = survey.ended(by: deed)
      try SurveyDesk.refuseUnfit(fields)
      files.append((Layout.path(of: .survey, of: id), SurveyFiles.survey(fields)))
      let written = try desk.save(files, .close, over: ground, in: workspace)
      places = answered.map { .answers(of: $0, round: number, in: id) }
      return DeskOutcome(
        [
          "Round \(number) of survey '\(id)' has ended; \(answered.count.counted("expert")) answered.",
          "What they say: \(run: .survey(.report(id.text))).",
        ], written: written)
    }
    if !surroundings.rehearses { try workspace.removeSealed(at: places) }
    return outcome
  }

  private func refuseEarly(_ survey: Survey, _ entry: SurveyEntry) throws(Refusal) {
    guard because == nil, !entry.mayClose(on: surroundings.today) else { return }
    throw Refusal(
      .refused,
      "round \(survey.round.number) of survey '\(id)' goes on until \(survey.round.closes), and "
        + "\(entry.rate) answered",
      help: ["to end it today, say why: \(line: .survey(.closeEarly(id.text)))"])
  }

  /// The file of an expert's response with the answers that the last receipt is of.
  private func opened(
    _ expert: Identifier, in number: Int, _ entry: SurveyEntry, _ workspace: borrowing Workspace
  ) throws(Refusal) -> (path: String, text: String?) {
    let place = SealPlace.answers(of: expert, round: number, in: id)
    let receipts = entry.responses[number]?[expert]?.receipts ?? []
    var known = try workspace.sealed(at: place).map(SurveyFiles.sealed) ?? []
    if let kept {
      known += try workspace.kept(of: place, in: kept).flatMap(SurveyFiles.sealed)
    }
    let digest = receipts.last?.digest ?? ""
    let answers = known.first {
      SealedAnswers.digest($0, of: expert, round: number, in: id).hasSameBytes(as: digest)
    }
    guard let answers else {
      throw Refusal(
        .refused, "the answers of \(expert) are not sealed on this machine",
        help: [
          "close the round where they were taken, or name the folder that keeps them: "
            + "\(option: .kept)"
        ])
    }
    return (
      Layout.path(of: .response(round: number, expert: expert.text), of: id),
      SurveyFiles.response(SurveyResponse(receipts, opened: answers))
    )
  }
}
