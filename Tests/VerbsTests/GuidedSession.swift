import Commands
import PortfolioModel
import Testing
import Verbs

/// A guided session with its answers, and what a reader would have seen of it.
struct GuidedSession {
  private(set) var interview: ProposalInterview
  private(set) var transcript = ""
  let base: Portfolio
  let today: CalendarDate

  init(_ answers: [String], _ request: ProposeRequest = ProposeRequest()) throws {
    base = try GuidedPortfolio.make()
    today = try #require(CalendarDate("2026-01-05"))
    interview = ProposalInterview(base: base, today: today, request: request)
    show()
    for answer in answers {
      transcript += "> \(answer)\n"
      interview.answer(answer)
      show()
    }
  }

  private mutating func show() {
    guard case .asking(let prompt) = interview.state else { return }
    for line in prompt.lines { transcript += line.text + "\n" }
    transcript += prompt.question.text + "\n"
  }

  mutating func cancel() { interview.cancel() }

  var isCancelled: Bool {
    if case .cancelled = interview.state { return true }
    return false
  }

  /// What the session comes to, or nil.
  var request: ProposeRequest? {
    guard case .finished(let request) = interview.state else { return nil }
    return request
  }

  /// The changes that flags of the same words would make.
  func changes() throws -> [Change] {
    var builder = ChangeBuilder(base)
    builder.add(try #require(request), today: today)
    #expect(builder.problems.isEmpty)
    return builder.list.changes
  }
}
