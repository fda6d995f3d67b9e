import Diagnostics
import PortfolioModel
import Records

extension ProposalInterview {
  mutating func takeOverride(_ text: String) -> [Hint] {
    if case .overrideSource = step { return takeSource(text) }
    guard !text.isEmpty else { return ["This needs an answer; 'back' goes back."] }
    switch step {
    case .overrideText:
      granting.text = text + "\n"
      step = .overrideSource
      return []
    case .overrideWording:
      guard text == "yes" || text == "no" else { return ["Type yes or no."] }
      granting.isParaphrase = text == "no"
      step = .overrideReason
      return []
    case .overrideReason:
      granting.reason = text + "\n"
      step = .overrideReview
      return []
    default:
      if let fault = fault(ofReviewDate: text) { return [fault] }
      guard let id = standard, let record = changed.standards[id] else { return [] }
      let missed = missed
      let judge = Judge(base)
      var grant = ProposeRequest.Grant(override: granting)
      grant.override.reviewBy = text
      granting = ProposeRequest.OverrideRequest()
      if missed.isEmpty { grant.explains = [id.text] }
      grant.waives = missed.map { verdict in
        let level = judge.grantedLevel(of: verdict.criterion, for: record)
        return "\(id):\(verdict.criterion.fullName)" + (level.map { "@\($0.typed)" } ?? "")
      }
      add(grant)
      step = .menu
      return consequence
    }
  }

  /// A publication and the place in it, or nothing where the words are the committee's.
  private mutating func takeSource(_ text: String) -> [Hint] {
    guard !text.isEmpty else {
      step = .overrideReason
      return []
    }
    guard let comma = text.firstRange(of: ", ") else {
      return ["Say where in it too, as 'PUBLICATION, PLACE'."]
    }
    granting.origin = String(text[..<comma.lowerBound])
    granting.clause = String(text[comma.upperBound...])
    step = .overrideWording
    return []
  }

  mutating func toWords() {
    if request.title == nil {
      step = .title
    } else if request.rationale == nil {
      step = .rationale
    } else if request.evidence.isEmpty {
      step = .evidenceTitle
    } else {
      toOpening()
    }
  }

  /// Asks whether it is to be open, unless that can't be or was said.
  private mutating func toOpening() {
    let canBeOpen = !lacksEvidence && obstacles.isEmpty
    if !canBeOpen { request.opens = false }
    step = canBeOpen && !request.opens ? .opening : .summary
  }

  mutating func takeWords(_ text: String) -> [Hint] {
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
        toOpening()
        return []
      }
      step = .evidencePlace(text)
    case .evidencePlace(let title):
      guard !text.isEmpty else {
        return ["Reviewers must be able to find it: give an address or a reference."]
      }
      let evidence = "\(title) <\(text)>"
      do {
        _ = try EvidenceText.fields(evidence)
      } catch {
        step = .evidenceTitle
        return error.sentences.flatMap { [$0.text] + $0.help }
      }
      request.evidence.append(evidence)
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

extension FieldValue {
  /// A level as one types it: `low`, or `us=low,canada=pilot`.
  fileprivate var typed: String {
    text
      ?? (fields?.entries ?? []).map { "\($0.name)=\($0.value.text ?? "")" }
      .joined(separator: ",")
  }
}
