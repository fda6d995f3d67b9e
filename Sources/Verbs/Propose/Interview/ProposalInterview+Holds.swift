import Diagnostics
import PortfolioModel

extension ProposalInterview {
  /// From what the standard could be held, with the changes so far.
  var heldFrom: Override.Hold.Ground? {
    let after = changed
    guard let id = standard, let record = after.standards[id] else { return nil }
    return Judge(after).grounds(for: record).first
  }

  mutating func takeHold(_ text: String, from ground: Override.Hold.Ground) -> [Hint] {
    guard !text.isEmpty else { return ["This needs an answer; 'back' goes back."] }
    guard case .holdEnd = step else {
      granting.reason = text + "\n"
      step = .holdEnd(ground)
      return []
    }
    if let fault = fault(ofReviewDate: text) { return [fault] }
    guard let id = standard else { return [] }
    var grant = ProposeRequest.Grant(override: granting)
    grant.override.reviewBy = text
    grant.holds = [ProposeRequest.HoldRequest(id.text, from: ground)]
    granting = ProposeRequest.OverrideRequest()
    add(grant)
    step = .menu
    return consequence
  }

  /// What is wrong with the date of an override's review, or nil.
  func fault(ofReviewDate text: String) -> Hint? {
    guard text == Override.nextEdition || CalendarDate(text) != nil else {
      return "'\(text)' is no date: write YYYY-MM-DD or \(Override.nextEdition)."
    }
    guard let date = CalendarDate(text), date < today else { return nil }
    return "\(date) is in the past: write a later day, or \(Override.nextEdition)."
  }
}
