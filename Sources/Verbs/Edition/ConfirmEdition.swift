package import Diagnostics
package import PortfolioModel
import Records
package import Store

/// Records a systematic review that confirmed the edition, without a new one.
package struct ConfirmEdition: Sendable {
  /// When the review was; nil stands for today.
  package let date: CalendarDate?
  /// When the next one is due; nil stands for five years later.
  package let due: CalendarDate?
  package let because: String?
  package let surroundings: Surroundings

  package init(
    date: CalendarDate?, due: CalendarDate?, because: String?, _ surroundings: Surroundings
  ) {
    (self.date, self.due, self.because) = (date, due, because)
    self.surroundings = surroundings
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> EditionOutcome {
    if let because, because.isBlank { throw Refusal.empty("the reason", .because) }
    // The version is named by tags alone, and none is made.
    return try EditionDesk(maker: "", surroundings: surroundings).step(nil, in: workspace) {
      ground throws(Refusal) in
      let description = ground.description
      guard let name = EditionName.slug(of: description.edition) else {
        throw Refusal(
          .refused, "the portfolio is of no edition that has a name",
          help: ["\(run: .edition(.publish(nil))) gives it one"])
      }
      var obstacles: [Refusal] = []
      let person = try workspace.identity(.author, surroundings).person
      if let refusal = ground.refusal(of: person, on: surroundings.today) {
        obstacles.append(refusal)
      }
      do throws(Refusal) {
        try workspace.refuseUnshared(surroundings, for: "an edition is confirmed")
      } catch {
        obstacles.append(error)
      }
      let date = date ?? surroundings.today
      let review = SystematicReview(
        due: due ?? date.later(byMonths: 60),
        outcome: "confirmed on \(date)" + (because.map { ": \($0)" } ?? ""))
      if review.due <= date {
        obstacles.append(
          Refusal(.usage, "the next review can't be due on \(review.due), before this one is over"))
      }
      if description.systematicReview == review {
        obstacles.append(
          Refusal(.done, "\(description.edition) is confirmed so already, until \(review.due)"))
      }
      let fields = description.reviewed(review)
      if let problem = Schema.portfolio.problems(in: fields).first {
        obstacles.append(
          Refusal(.usage, "\(problem.path): \(problem.message)", help: problem.help))
      }
      if let refusal = Refusal(all: obstacles) { throw refusal }
      return (
        EditionDesk.Plan(
          name: name, title: "Confirm \(description.edition)", fields: fields, edition: nil),
        ["\(description.edition) is confirmed; its next systematic review is due on \(review.due)."]
      )
    }
  }
}
