package import Diagnostics
package import PortfolioModel

/// The questions of a guided proposal, as a pure step function: a prompt, an answer, the next one.
package struct ProposalInterview: Sendable {
  /// What to show before reading an answer.
  package struct Prompt: Sendable, Hashable {
    /// Lines to print first.
    package var lines: [Hint]
    package let question: Hint
    /// Whether the answer is prose, for which an editor may be offered.
    package let isProse: Bool

    init(_ lines: [Hint] = [], _ question: Hint, isProse: Bool = false) {
      self.lines = lines
      self.question = question
      self.isProse = isProse
    }
  }

  package enum State: Sendable {
    case asking(Prompt)
    case finished(ProposeRequest)
    case cancelled
  }

  let base: Portfolio
  let today: CalendarDate
  var request: ProposeRequest
  var step = Step.find
  var standard: Identifier?
  var region: String?
  /// The override that is being asked for; part of the request once all is said.
  var granting = ProposeRequest.OverrideRequest()
  package private(set) var state: State
  /// The interview before each answer that led on, for who goes back.
  private var past: [ProposalInterview] = []

  package init(base: Portfolio, today: CalendarDate, request: ProposeRequest = ProposeRequest()) {
    self.base = base
    self.today = today
    self.request = request
    state = .cancelled
    let name = request.standards.first
    let new = request.adds
    self.request.standards = []
    self.request.adds = nil
    ask(notes: new.map { takeNewID($0) } ?? name.map { takeName($0) } ?? [])
  }

  /// Ends the interview; nothing is to be written.
  package mutating func cancel() { state = .cancelled }

  /// Takes an answer and moves on, or asks again.
  package mutating func answer(_ line: String) {
    guard case .asking = state else { return }
    let text = line.isBlank ? "" : line.trimmed
    switch text {
    case "quit": cancel()
    case "back":
      guard let before = past.last else {
        ask(notes: ["This is the first question; 'quit' leaves."])
        return
      }
      self = before
      ask(notes: [])
    default:
      let before = self
      let notes = take(text)
      if step != before.step || standard != before.standard { past.append(before) }
      if case .asking = state { ask(notes: notes) }
    }
  }

  mutating func finish() { state = .finished(completed) }

  private mutating func ask(notes: [Hint]) {
    var prompt = prompt
    prompt.lines = notes + prompt.lines
    state = .asking(prompt)
  }

  /// Takes an answer; returns what to say before the next question.
  private mutating func take(_ text: String) -> [Hint] {
    switch step {
    case .find: return takeName(text)
    case .choose(let hits): return takeChoice(text, hits)
    case .menu: return takeMenu(text)
    case .level(let factor): return takeLevel(text, factor)
    case .region(let factor): return takeRegion(text, factor)
    case .group: return takeGroup(text)
    case .field: return takeField(text)
    case .fieldValue(let field): return takeValue(text, field)
    case .newID: return takeNewID(text)
    case .newField(let field): return takeNewField(text, field)
    case .delistReason: return takeDelistReason(text)
    case .delistSuccessor(let because): return takeSuccessors(text, because: because)
    case .criterion: return takeCriterion(text)
    case .criterionLevel(let name): return takeCriterionLevel(text, name)
    case .transitions: return takeTransitions(text)
    case .overrideText, .overrideSource, .overrideWording, .overrideReason, .overrideReview:
      return takeOverride(text)
    case .holdReason(let ground), .holdEnd(let ground): return takeHold(text, from: ground)
    default: return takeWords(text)
    }
  }
}

extension String {
  /// Without spaces and tabs at the ends.
  var trimmed: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0.isNewline }
    let start = drop(while: isBlank)
    return String(start.reversed().drop(while: isBlank).reversed())
  }
}
