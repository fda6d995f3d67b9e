package import Diagnostics
import Exchange
import Forms
package import PortfolioModel
import Records
package import Store

/// Takes the forms that an expert sent back: seals the answers here, and shares a receipt that proves them
/// later, under the expert's pseudonym.
package struct TakeAnswers: Sendable {
  package let id: Identifier
  /// The paths of the forms.
  package let files: [String]
  package let expert: Person
  /// A folder that keeps the answers too.
  package let keeping: String?
  /// Random digits.
  package let salt: String
  package let surroundings: Surroundings

  package init(
    _ id: Identifier, _ files: [String], of expert: Person, keeping: String?, salt: String,
    _ surroundings: Surroundings
  ) {
    (self.id, self.files, self.expert) = (id, files, expert)
    (self.keeping, self.salt, self.surroundings) = (keeping, salt, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> DeskOutcome {
    let originals = try files.map { path throws(Refusal) in try FormFile(reading: path) }
    let desk = SurveyDesk(id: id, surroundings: surroundings)
    return try desk.step(in: workspace) { ground throws(Refusal) in
      let (entry, survey) = try ground.survey()
      try survey.refuseEnded()
      try workspace.refuseReceipt(of: surroundings.today, surroundings)
      if let keeping { try workspace.refuseKeeping(in: keeping) }
      let experts = try experts(in: workspace)
      let sealing = AnswerSealing(
        survey: survey, entry: entry, expert: experts.pseudonym(of: expert, in: id),
        keeping: keeping, surroundings: surroundings)
      let (answers, findings) = try read(originals, survey)
      let (sealed, last) = try sealing.sealed(in: workspace)
      let new = SurveyAnswers(salt: salt, merged(answers, after: last, survey.round))
      try keep(originals, in: workspace)
      if let last, last.answers == new.answers {
        return DeskOutcome(
          ["\(expert.name) has answered just that already."], findings: findings, written: nil)
      }
      try sealing.refuseUnreadable(new)
      try note(experts, in: workspace)
      try sealing.seal(new, after: sealed, in: workspace)
      let written = try desk.save(
        [sealing.receipts(new)], .receipt(sealing.expert), over: ground, in: workspace)
      return DeskOutcome(
        sentences(new, survey, replaces: last != nil), findings: findings, written: written)
    }
  }

  /// The names and the salt, without which an expert would get another pseudonym.
  private func experts(in workspace: borrowing Workspace) throws(Refusal) -> SurveyExperts {
    if let experts = try workspace.experts(of: id) { return experts }
    throw Refusal(
      .refused,
      "the salt of survey '\(id)' is not on this machine, so that an expert would get another "
        + "pseudonym",
      help: ["take the answers where it was opened, or bring its seal: \(line: .survey(.takeSeal))"]
    )
  }

  private func note(
    _ experts: SurveyExperts, in workspace: borrowing Workspace
  ) throws(Refusal) {
    guard !surroundings.rehearses else { return }
    var all = experts
    all.add(expert)
    if all != experts { try workspace.seal(SurveyFiles.experts(all), at: .experts(of: id)) }
  }

  private func keep(
    _ originals: [FormFile], in workspace: borrowing Workspace
  ) throws(Refusal) {
    guard !surroundings.rehearses else { return }
    for file in originals {
      try workspace.keep(file.bytes, named: file.name, of: id, for: .surveys, in: keeping)
    }
  }

  /// What the forms say, and what is wrong in them: where several answer on one cell, the last counts.
  private func read(
    _ originals: [FormFile], _ survey: Survey
  ) throws(Refusal) -> (answers: [SurveyAnswer], findings: [String]) {
    var answers: [SurveyAnswer] = []
    var (findings, refused): ([String], [Refusal]) = ([], [])
    for file in originals {
      do throws(ReturnedSurvey.Fault) {
        let form = try ReturnedSurvey(
          reading: file.bytes, file: file.name, of: survey.round,
          code: survey.code(ofRound: survey.round.number))
        findings += form.findings.map(\.description) + form.notes.map(\.description)
        answers = TakeAnswers.merged(form.answers, over: answers)
      } catch {
        refused.append(refusal(of: file, error, survey))
      }
    }
    if answers.isEmpty, findings.isEmpty, let refusal = Refusal(all: refused) { throw refusal }
    findings = refused.map(\.message) + findings
    guard !answers.isEmpty else {
      throw Refusal(
        .data, "nothing was taken: the form holds no answer that can be taken", details: findings)
    }
    return (answers, findings)
  }

  private func refusal(
    of file: FormFile, _ fault: ReturnedSurvey.Fault, _ survey: Survey
  ) -> Refusal {
    let help: [Hint] = ["the form of this round: \(line: .survey(.export(id.text)))"]
    switch fault {
    case .unreadable(let problem):
      return Refusal(.data, "\(problem.description): the form was not taken", help: help)
    case .unmarked:
      return Refusal(
        .data,
        "\(file.name) does not say which survey it is of, in a column 'Survey': it was not taken",
        help: help)
    case .isOther(let mark):
      return Refusal(
        .data,
        "\(file.name) is of '\(mark)', and survey '\(id)' is in round \(survey.round.number): it was "
          + "not taken", help: help)
    }
  }

  private static func merged(
    _ answers: [SurveyAnswer], over earlier: [SurveyAnswer]
  ) -> [SurveyAnswer] {
    let new = Set(answers.map(\.cell))
    return earlier.filter { !new.contains($0.cell) } + answers
  }

  /// The answers in the order of the form; those that came before stand where these say nothing.
  private func merged(
    _ answers: [SurveyAnswer], after last: SurveyAnswers?, _ round: Survey.Round
  ) -> [SurveyAnswer] {
    let all = TakeAnswers.merged(answers, over: last?.answers ?? [])
    let byCell = Dictionary(all.map { ($0.cell, $0) }) { first, _ in first }
    return round.asks.compactMap { byCell[$0] }
  }

  private func sentences(
    _ answers: SurveyAnswers, _ survey: Survey, replaces: Bool
  ) -> [Hint] {
    let count = "\(answers.answers.count) of \(survey.round.asks.count.counted("row"))"
    return [
      replaces
        ? "\(expert.name) has answered anew: \(count); what came before is not counted."
        : "\(expert.name) has answered \(count). The answers are sealed until the round ends."
    ]
      + (survey.round.closes < surroundings.today
        ? ["They came after \(survey.round.closes), and count, as the round was not closed."] : [])
      + (keeping == nil
        ? [
          "They exist on this machine alone until then; keep them elsewhere too: \(option: .keep)."
        ]
        : [])
  }
}
