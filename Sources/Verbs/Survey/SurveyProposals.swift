package import Diagnostics
package import PortfolioModel
import Records
package import Store

/// Turns what the experts of a survey agree on, where it differs from the portfolio, into requests for
/// proposals whose evidence is the survey.
package struct SurveyProposals: Sendable {
  package let id: Identifier
  /// Whether each standard gets a proposal of its own.
  package let isByStandard: Bool
  package let surroundings: Surroundings

  package init(_ id: Identifier, byStandard: Bool, _ surroundings: Surroundings) {
    (self.id, isByStandard, self.surroundings) = (id, byStandard, surroundings)
  }

  /// The requests, each with the words of a request that has no changes.
  package func requests(
    saying words: ProposeRequest, in workspace: borrowing Workspace
  ) throws(Refusal) -> [ProposeRequest] {
    let snapshot = try workspace.snapshot(.worktree)
    let read = try ReadSurvey(id, in: snapshot, surroundings)
    try read.survey.refuseOpen()
    let results = try differing(read, snapshot)
    guard isByStandard else { return [request(results, read, words)] }
    var requests: [ProposeRequest] = []
    for standard in read.survey.standards {
      let own = results.filter { $0.cell.standard == standard }
      if !own.isEmpty { requests.append(request(own, read, words)) }
    }
    return requests
  }

  /// What is agreed, differs from the portfolio, and is not proposed already.
  private func differing(
    _ read: ReadSurvey, _ snapshot: Snapshot
  ) throws(Refusal) -> [CellResult] {
    let all = read.entry.results.filter { result in
      result.agreed != nil && result.agreed != result.cell.level(in: read.portfolio)
        && read.portfolio.standards[result.cell.standard] != nil
    }
    guard !all.isEmpty else {
      throw Refusal(
        .refused, "nothing that the experts of survey '\(id)' agree on differs from the portfolio",
        help: ["\(run: .survey(.report(id.text))) says what they agree on"])
    }
    let proposed = snapshot.proposals.filter { entry in
      !entry.isClosed
        && entry.proposal?.evidence.contains { evidence in
          evidence.text("reference").map { $0.hasPrefix("\(place), ") } ?? false
        } == true
    }
    let rest = all.filter { result in
      !proposed.contains { $0.proposal?.sets(result.cell) == true }
    }
    guard rest.isEmpty else { return rest }
    throw Refusal(
      .refused,
      "what differs is proposed already, by \(proposed.map(\.label).conjunction)",
      help: ["\(run: .verb(.status)) says what waits for whom"])
  }

  /// Where the survey is, as evidence refers to it.
  private var place: String { String(Layout.surveyStart(id).dropLast()) }

  private func request(
    _ results: [CellResult], _ read: ReadSurvey, _ words: ProposeRequest
  ) -> ProposeRequest {
    var request = words
    let standards = read.survey.standards.filter { id in results.contains { $0.cell.standard == id }
    }
    let names = standards.map { read.portfolio.name(of: $0) }
    let what = names.count == 1 ? names[0] : names.count.counted("standard")
    request.title = words.title ?? "Rate \(what) as the experts of a survey do"
    let rationale = ([words.rationale].compactMap { $0 } + sentences(results, read))
    request.rationale = rationale.joined(separator: "\n")
    let round = read.survey.round
    request.evidence.append(
      "survey: \(read.survey.title) <\(place), \(round.number.counted("round")), closed on "
        + "\(round.ended?.date ?? round.closes)>")
    request.sets = results.compactMap { result in
      result.agreed.map { "\(result.cell.standard):\(path(result.cell, read))=\($0.rawValue)" }
    }
    return request
  }

  /// The path of the level in the record: a trend beside it stays.
  private func path(_ cell: SurveyCell, _ read: ReadSurvey) -> String {
    let path = "assessment.\(cell.field)"
    let value = read.portfolio.standards[cell.standard]?.fields.value(at: FieldPath(path))
    return value?.fields != nil && cell.region != nil ? path + ".level" : path
  }

  private func sentences(_ results: [CellResult], _ read: ReadSurvey) -> [String] {
    let count = read.survey.rounds.count
    let head =
      "The experts of the survey '\(read.survey.title)' agree on what follows, after "
      + "\(count.counted("round"))."
    return [head]
      + results.compactMap { result in
        guard let agreed = result.agreed,
          let most = result.counts.first(where: { $0.level == agreed })
        else { return nil }
        let region = result.cell.region.map { " (\($0))" } ?? ""
        let rated = result.cell.level(in: read.portfolio)?.phrase ?? "not rated"
        return
          "\(read.portfolio.name(of: result.cell.standard)), \(result.cell.factor.phrase)\(region): "
          + "\(agreed.phrase), by \(most.count) of \(result.answers) answers in round "
          + "\(result.round); before: \(rated)."
      }
  }
}

extension Proposal {
  /// Whether the proposal sets the level of a cell.
  fileprivate func sets(_ cell: SurveyCell) -> Bool {
    let path = "assessment.\(cell.field)"
    return changes.contains { change in
      guard change.subject == SubjectID(.standard, cell.standard),
        case .set(let fields) = change.action
      else { return false }
      return fields.contains { $0.field == path || $0.field == path + ".level" }
    }
  }
}
