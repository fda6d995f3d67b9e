import Diagnostics

/// Checks that the files of a survey fit one another.
package struct SurveyCheck: Sendable {
  private let entry: SurveyEntry
  /// The digest of an expert's answers, as the receipt holds it.
  private let digest: @Sendable (SurveyAnswers, _ round: Int, _ expert: Identifier) -> String

  package init(
    _ entry: SurveyEntry,
    digest: @escaping @Sendable (SurveyAnswers, _ round: Int, _ expert: Identifier) -> String
  ) {
    (self.entry, self.digest) = (entry, digest)
  }

  package func findings() -> [Finding] {
    guard let survey = entry.survey else { return [] }
    return cells(survey) + rounds(survey)
      + entry.responses.sorted { $0.key < $1.key }.flatMap { number, responses in
        responses.sorted { $0.key < $1.key }.flatMap { expert, response in
          findings(response, of: expert, in: number, survey)
        }
      }
  }

  private func report(
    _ subject: Subject, at path: FieldPath = .root, _ message: String,
    help: Hint = "only verbs write surveys: restore what the history has"
  ) -> Finding {
    Finding(.surveyInconsistent, subject, path, message, help: [help])
  }

  /// Cells that are asked twice, or lie outside of what the survey is about.
  private func cells(_ survey: Survey) -> [Finding] {
    var seen: Set<SurveyCell> = []
    return survey.ratings.enumerated().compactMap { index, rated in
      let isNew = seen.insert(rated.cell).inserted
      let isOwn =
        survey.standards.contains(rated.cell.standard) && survey.factors.contains(rated.cell.factor)
      let fits = rated.level.map(rated.cell.factor.levels.contains) ?? true
      guard !isNew || !isOwn || !fits else { return nil }
      return report(
        .survey(entry.id), at: FieldPath(["ratings", String(index)]),
        !isNew
          ? "\(rated.cell.name) is asked twice"
          : isOwn
            ? "\(rated.cell.name) has no such level" : "\(rated.cell.name) is not in the survey")
    }
  }

  private func rounds(_ survey: Survey) -> [Finding] {
    let known = Set(survey.cells)
    var findings: [Finding] = []
    if survey.rounds.count > survey.mostRounds {
      findings.append(
        report(
          .survey(entry.id), at: FieldPath("rounds"),
          "there are \(survey.rounds.count) rounds, and at most \(survey.mostRounds) were to be"))
    }
    for round in survey.rounds.dropFirst() {
      let path = FieldPath(["rounds", String(round.number - 1)])
      if round.asks.isEmpty || !round.asks.allSatisfy(known.contains) {
        findings.append(
          report(
            .survey(entry.id), at: path,
            "round \(round.number) asks about what is not in the survey"))
      }
      if survey.rounds[round.number - 2].ended == nil {
        findings.append(
          report(
            .survey(entry.id), at: path,
            "round \(round.number) began before the end of the one before"))
      }
    }
    return findings
  }

  /// A response that is open too early, missing after the end, not the one of its receipt, or about
  /// what the round did not ask.
  private func findings(
    _ response: SurveyResponse, of expert: Identifier, in number: Int, _ survey: Survey
  ) -> [Finding] {
    let subject = Subject.response(entry.id, round: number, expert: expert)
    guard Pseudonym.isOne(expert) else {
      return [report(subject, "'\(expert)' is not a pseudonym, and names are never shared")]
    }
    guard let round = survey.rounds.first(where: { $0.number == number }) else {
      return [report(subject, "there is no round \(number)")]
    }
    var findings: [Finding] = []
    for (index, receipt) in response.receipts.enumerated()
    where receipt.round != number || receipt.date < round.opened {
      findings.append(
        report(
          subject, at: FieldPath(["receipts", String(index)]),
          "the receipt is not one of round \(number)"))
    }
    guard let answers = response.opened else {
      return round.ended == nil
        ? findings
        : findings + [report(subject, "the round has ended, and the answers are not there")]
    }
    guard round.ended != nil else {
      return findings + [report(subject, "the answers are open, though the round has not ended")]
    }
    let own = response.receipts.last?.digest
    if own.map({ digest(answers, number, expert).hasSameBytes(as: $0) }) != true {
      findings.append(report(subject, "the answers are not those of the receipt"))
    }
    return findings + unfit(answers, subject, round)
  }

  private func unfit(
    _ answers: SurveyAnswers, _ subject: Subject, _ round: Survey.Round
  ) -> [Finding] {
    let asked = Set(round.asks)
    var seen: Set<SurveyCell> = []
    return answers.answers.enumerated().compactMap { index, answer in
      let message: String? =
        !asked.contains(answer.cell)
        ? "round \(round.number) does not ask about \(answer.cell.name)"
        : !seen.insert(answer.cell).inserted
          ? "there are two answers on \(answer.cell.name)"
          : answer.level.map(answer.cell.factor.levels.contains) == false
            ? "\(answer.cell.factor.phrase) has no such level" : nil
      return message.map { report(subject, at: FieldPath(["answers", String(index)]), $0) }
    }
  }
}
