import Diagnostics
import Exchange
import Forms
import PortfolioModel

/// What the forms of one call say for each body, put together, with all that is wrong.
struct CollectedReplies {
  /// What came in for a body.
  struct Part {
    var votes: [Int?: Vote] = [:]
    /// From the comment form, and from the voting form.
    var comments: [Comment] = []
    var reasons: [Comment] = []
    var kinds: Set<ReturnedForm.Kind> = []
    /// The questions on which its forms differ: there is no vote on them.
    fileprivate var differing: Set<Int?> = []
    /// Where each vote stands first; nothing for what was said besides the forms.
    fileprivate var places: [Int?: FormPlace] = [:]

    fileprivate var isEmpty: Bool { votes.isEmpty && comments.isEmpty && reasons.isEmpty }
  }

  let ballot: Ballot
  /// The body of the member who answers; nil where the forms name theirs.
  private let given: Committee.Body?
  private(set) var parts: [Identifier: Part] = [:]
  private(set) var findings: [FormFinding] = []

  init(to ballot: Ballot, of given: Committee.Body?) { (self.ballot, self.given) = (ballot, given) }

  /// Adds what the member says besides the forms.
  mutating func add(_ votes: [Int?: Vote], _ comments: [Comment], of body: Committee.Body) {
    parts[body.id, default: Part()].votes.merge(votes) { $1 }
    guard !comments.isEmpty else { return }
    parts[body.id, default: Part()].kinds.insert(.votes)
    parts[body.id, default: Part()].reasons += comments
  }

  mutating func add(_ forms: [ReturnedForm]) {
    for form in forms {
      findings += form.findings
      add(form)
    }
    // A body of which nothing was taken has not answered.
    parts = parts.filter { !$0.value.isEmpty }
    for body in ballot.bodies where parts[body.id] != nil { judge(body) }
  }

  private mutating func add(_ form: ReturnedForm) {
    let cells =
      form.answers.map { ($0.body, $0.bodyPlace) }
      + form.remarks.map { ($0.body, $0.bodyPlace) }
    var named: [String: Committee.Body] = [:]
    for (text, place) in cells where !text.isEmpty && named[text] == nil {
      if let body = ballot.body(named: text), given == nil || body.id == given?.id {
        named[text] = body
      } else if let given {
        finding(
          "'\(CellText.quoted(text))' is not \(given.name), for which the member answers", at: place
        )
      } else {
        let names = ballot.bodies.map(\.id.text)
        finding(
          "'\(CellText.quoted(text))' is no body of this ballot", at: place,
          help: Nearest.words(for: text.asciiLowercased, in: names, "its bodies are"))
      }
    }
    let all = Set(named.values.map(\.id))
    // Where a form names one body, its other rows are that body's.
    let only = given ?? (all.count == 1 ? named.values.first : nil)
    if only == nil, let first = cells.first(where: { $0.0.isEmpty }) {
      finding(
        "the row names no body, and was not taken: nor were others without one", at: first.1,
        help: "write its id into the first column, or say who answers")
    }
    let answers = form.answers.compactMap { answer in
      (answer.body.isEmpty ? only : named[answer.body]).map { (answer: answer, body: $0) }
    }
    for (answer, body) in answers where refusal(answer, of: body) == nil {
      add(answer, of: body, kind: form.kind)
    }
    refuse(answers)
    for remark in form.remarks {
      guard let body = remark.body.isEmpty ? only : named[remark.body] else { continue }
      parts[body.id, default: Part()].kinds.insert(form.kind)
      if form.kind == .votes {
        parts[body.id, default: Part()].reasons.append(remark.comment)
      } else {
        parts[body.id, default: Part()].comments.append(remark.comment)
      }
    }
  }

  private mutating func add(
    _ answer: ReturnedForm.Answer, of body: Committee.Body, kind: ReturnedForm.Kind
  ) {
    parts[body.id, default: Part()].kinds.insert(kind)
    let questions: [Int?] =
      answer.proposal == nil && ballot.voteOn == .each
      ? ballot.round.items.map(\.number) : [answer.proposal]
    for question in questions {
      let before = parts[body.id]?.votes[question]
      if before ?? answer.vote != answer.vote
        || parts[body.id]?.differing.contains(question) == true
      {
        let other = parts[body.id]?.places[question].map { $0.description(beside: answer.place) }
        parts[body.id]?.differing.insert(question)
        parts[body.id]?.votes[question] = nil
        let what = question.map { " on \(Proposal.label($0))" } ?? ""
        finding(
          "\(body.name) votes otherwise\(what) "
            + (other.map { "in \($0)" } ?? "in what was said besides the forms")
            + ": neither vote was taken", at: answer.place, help: "ask the body which one stands")
      } else {
        parts[body.id, default: Part()].votes[question] = answer.vote
        if before == nil { parts[body.id]?.places[question] = answer.place }
      }
    }
  }

  /// A disapproval says why.
  private mutating func judge(_ body: Committee.Body) {
    guard let part = parts[body.id] else { return }
    let said = part.comments + part.reasons
    for (question, vote) in part.votes.sorted(by: { ($0.key ?? 0) < ($1.key ?? 0) })
    where vote == .disapprove {
      let hasReason = said.contains { comment in
        question == nil || comment.proposal == nil || comment.proposal == question
      }
      guard !hasReason else { continue }
      let what = question.map { " \(Proposal.label($0))" } ?? ""
      findings.append(
        FormFinding(
          "\(body.name) disapproves\(what) without a reason",
          at: part.places[question] ?? FormPlace(file: "the reply"),
          help: "ask for it: such a vote may be left out"))
    }
  }

  mutating func finding(_ message: String, at place: FormPlace, help: String = "") {
    findings.append(FormFinding(message, at: place, help: help))
  }
}

extension Ballot {
  /// The body that a cell names, by its id or name, also with the number of a comment behind it:
  /// "DE", "de-3", "Chair Org".
  func body(named text: String) -> Committee.Body? {
    guard let slug = Identifier(slugOf: text)?.text else { return nil }
    func match(_ slug: String) -> Committee.Body? {
      bodies.first {
        $0.id.text == slug || Identifier(slugOf: $0.name)?.text == slug
      }
    }
    if let body = match(slug) { return body }
    guard let dash = slug.lastIndex(of: "-"), Int(slug[slug.index(after: dash)...]) != nil else {
      return nil
    }
    return match(String(slug[..<dash]))
  }
}
