import Diagnostics
import PortfolioModel

extension ProposalInterview {
  /// The criteria that are thresholds, in their order.
  private var thresholds: [(criterion: Criterion, threshold: Criterion.Threshold)] {
    base.criteria.criteria.compactMap { criterion in
      guard case .atLeast(let threshold) = criterion.test else { return nil }
      return (criterion, threshold)
    }
  }

  var criterionPrompt: Prompt {
    let set = request.criteria
    let lines = thresholds.enumerated().map { index, one -> Hint in
      let name = one.criterion.fullName
      let changed = set.first { $0.hasPrefix(name + "=") }?.dropFirst(name.count + 1)
      return
        "  \(index + 1)  \(name): \(one.threshold.level.rawValue)\(changed.map { ", then \($0)" } ?? "")"
    }
    return Prompt(lines, "Which threshold? Type its number")
  }

  func prompt(forLevelOf name: String) -> Prompt {
    let scale = thresholds.first { $0.criterion.fullName == name }?.threshold.factor.scale ?? []
    return Prompt(
      scale.enumerated().map { "  \($0 + 1)  \($1.rawValue)" }, "At least which level for \(name)")
  }

  mutating func takeCriterion(_ text: String) -> [Hint] {
    let names = thresholds.map(\.criterion.fullName)
    let numbered = Int(text).flatMap { names.indices.contains($0 - 1) ? names[$0 - 1] : nil }
    guard let name = numbered ?? names.first(where: { $0.hasSameBytes(as: text) }) else {
      return ["Type a number from 1 to \(names.count), or 'back'."]
    }
    step = .criterionLevel(name)
    return []
  }

  mutating func takeCriterionLevel(_ text: String, _ name: String) -> [Hint] {
    guard let one = thresholds.first(where: { $0.criterion.fullName == name }) else { return [] }
    let scale = one.threshold.factor.scale
    let numbered = Int(text).flatMap { scale.indices.contains($0 - 1) ? scale[$0 - 1] : nil }
    guard let level = numbered ?? Level(rawValue: text.asciiLowercased), scale.contains(level)
    else { return ["'\(text)' is not a level of \(one.threshold.factor.phrase)."] }
    request.criteria.removeAll { $0.hasPrefix(name + "=") }
    request.writesTransitions = false
    request.transitionReview = nil
    step = .find
    guard level != one.threshold.level else { return ["\(name) is left as it was."] }
    request.criteria.append("\(name)=\(level.rawValue)")
    let missing = newlyMissing
    guard !missing.isEmpty else { return ["No record would miss \(name) that meets it now."] }
    step = .transitions
    return ["By it these would miss what their group requires: \(missing.listed)."]
  }

  mutating func takeTransitions(_ text: String) -> [Hint] {
    guard !text.isEmpty else {
      step = .find
      return ["Without transitions, each has to be moved or re-rated before it can be open."]
    }
    if let fault = fault(ofReviewDate: text) { return [fault] }
    request.writesTransitions = true
    request.transitionReview = text
    step = .find
    return []
  }

  /// The brief names of records that miss a required criterion and did not before.
  private var newlyMissing: [String] {
    let after = changed
    let (before, judge) = (Judge(base), Judge(after))
    return after.inTableOrder.filter { record in
      guard !judge.blocking(record, in: record.group).isEmpty else { return false }
      return base.standards[record.id].map { before.blocking($0, in: $0.group).isEmpty } ?? false
    }.map(\.briefName)
  }
}
