import Diagnostics
import PortfolioModel
import Records
import Store

/// Seals the answers of one expert in the present round, and makes the receipt that proves them later.
struct AnswerSealing {
  let survey: Survey
  let entry: SurveyEntry
  /// The pseudonym.
  let expert: Identifier
  let keeping: String?
  let surroundings: Surroundings

  private var id: Identifier { survey.id }
  private var number: Int { survey.round.number }
  private var place: SealPlace { .answers(of: expert, round: number, in: id) }
  private var known: [Receipt] { entry.responses[number]?[expert]?.receipts ?? [] }

  private func digest(_ answers: SurveyAnswers) -> String {
    SealedAnswers.digest(answers, of: expert, round: number, in: id)
  }

  /// All answers that are sealed here, and those among them that the last receipt is of.
  func sealed(
    in workspace: borrowing Workspace
  ) throws(Refusal) -> (all: [SurveyAnswers], last: SurveyAnswers?) {
    let all = try workspace.sealed(at: place).map(SurveyFiles.sealed) ?? []
    let digest = known.last?.digest
    let last = all.last { answers in
      digest.map { self.digest(answers).hasSameBytes(as: $0) } ?? false
    }
    guard digest == nil || last != nil else {
      throw Refusal(
        .refused,
        "what came from this expert before in round \(number) is not sealed on this machine",
        help: [
          "take the answers where those were taken, or bring its seal: \(line: .survey(.takeSeal))"
        ]
      )
    }
    return (all, last)
  }

  /// Seals answers after those that are sealed already, unless they are only rehearsed.
  func seal(
    _ answers: SurveyAnswers, after sealed: [SurveyAnswers], in workspace: borrowing Workspace
  ) throws(Refusal) {
    guard !surroundings.rehearses else { return }
    if let keeping {
      try workspace.keep(
        SurveyFiles.sealed([answers]), of: place, salt: answers.salt, in: keeping)
    }
    try workspace.seal(SurveyFiles.sealed(sealed + [answers]), at: place)
  }

  /// The file of the expert's receipts with one for these answers more.
  func receipts(_ answers: SurveyAnswers) -> (path: String, text: String?) {
    let receipt = Receipt(
      round: number, date: surroundings.today, time: ZoneOffset.utc.time(at: surroundings.now),
      digest: digest(answers))
    return (
      Layout.path(of: .response(round: number, expert: expert.text), of: id),
      SurveyFiles.response(SurveyResponse(known + [receipt]))
    )
  }

  /// Refuses what could not be read again when the round ends.
  func refuseUnreadable(_ answers: SurveyAnswers) throws(Refusal) {
    let path = Layout.path(of: .response(round: number, expert: expert.text), of: id)
    let receipts =
      known + [
        Receipt(round: number, date: surroundings.today, time: "00:00:00", digest: digest(answers))
      ]
    let bytes = Array(SurveyFiles.response(SurveyResponse(receipts, opened: answers)).utf8)
    guard bytes.count <= Layout.limit(of: path) / 2 else {
      throw Refusal(
        .refused, "the answers hold more than \(Limits.inWords(Layout.limit(of: path) / 2))",
        help: ["shorten the comments"])
    }
    let file = RecordFile(bytes, path: path, schema: .response)
    let read = file.fields.flatMap { SurveyResponse($0).opened }
    guard file.diagnostics.isEmpty, read.map(digest) == digest(answers) else {
      throw Refusal(
        .refused, "the answers could not be read again, so nothing was taken:",
        details: file.diagnostics.map(\.message), help: ["write the comments in plain text"])
    }
  }
}

extension Workspace {
  /// Refuses a receipt of another day than its commit, which could date late answers back.
  borrowing func refuseReceipt(
    of day: CalendarDate, _ surroundings: Surroundings
  ) throws(Refusal) {
    let commit = try committer(surroundings).day
    guard !day.isNear(commit) else { return }
    throw Refusal(
      .refused, "the receipt would be of \(day), and the commit that holds it of \(commit)",
      help: ["take the reply as of that day: \(option: .asOf, commit.description)"])
  }
}
