import PortfolioModel
import Records

extension ProposalInterview {
  mutating func takeOverride(_ text: String) -> [String] {
    if text == "back" {
      step = .menu
      request.override = ProposeRequest.OverrideRequest()
      return []
    }
    guard !text.isEmpty else { return ["This needs an answer; 'back' goes back."] }
    switch step {
    case .overrideText:
      request.override.text = text + "\n"
      step = .overrideReason
      return []
    case .overrideReason:
      request.override.reason = text + "\n"
      step = .overrideReview
      return []
    default:
      guard text == Override.nextEdition || CalendarDate(text) != nil else {
        return ["'\(text)' is no date: write YYYY-MM-DD or \(Override.nextEdition)."]
      }
      request.override.reviewBy = text
      guard let id = standard else { return [] }
      request.waives += missed.map { verdict in
        let level = verdict.criterion.factors.isEmpty ? "" : "@\(verdict.actual)"
        return "\(id):\(verdict.criterion.fullName)\(level)"
      }
      step = .menu
      return consequence
    }
  }

  mutating func toWords() {
    if request.title == nil {
      step = .title
    } else if request.rationale == nil {
      step = .rationale
    } else if request.evidence.isEmpty {
      step = .evidenceTitle
    } else if !request.opens {
      step = .opening
    } else {
      step = .summary
    }
  }

  mutating func takeWords(_ text: String) -> [String] {
    switch step {
    case .title:
      guard !text.isEmpty else { return ["A title says what is proposed, in a few words."] }
      request.title = text
      toWords()
    case .rationale:
      guard !text.isEmpty else { return ["Reviewers need a reason."] }
      request.rationale = text
      toWords()
    case .evidenceTitle:
      guard !text.isEmpty else {
        step = request.evidence.isEmpty ? .summary : .opening
        return request.evidence.isEmpty ? ["Without evidence it stays a draft."] : []
      }
      step = .evidencePlace(text)
    case .evidencePlace(let title):
      guard !text.isEmpty else { return ["Evidence that nobody can find is none."] }
      request.evidence.append("\(title) <\(text)>")
      step = .evidenceTitle
    case .opening:
      guard text == "yes" || text == "no" else { return ["Type yes or no."] }
      request.opens = text == "yes"
      step = .summary
    case .summary:
      switch text {
      case "yes": finish()
      case "no": cancel()
      default: return ["Type yes or no; only yes writes."]
      }
    default: break
    }
    return []
  }
}
