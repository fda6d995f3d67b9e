import Diagnostics
import Git
import PortfolioModel
import Records

/// The rules for changes to review files: a change counts only where its reviewer may make it.
extension ReviewHistory {
  func reviewFault(_ step: Step) -> Finding? {
    guard let old = step.old, let before = history.review(step.path, old) else {
      return firstFault(step)
    }
    func finding(_ rule: RuleID, _ message: String) -> Finding {
      self.finding(rule, before, message + " " + step.place, step)
    }
    guard let new = step.new, let after = history.review(step.path, new) else {
      return finding(
        .reviewDeleted,
        "the review of '\(before.file)' of \(before.date), \(before.verdict.rawValue), was "
          + (step.new == nil ? "deleted" : "made unreadable"))
    }
    guard after.reviewer == before.reviewer else {
      return finding(
        .reviewReassigned, "the review of '\(before.file)' was given to another reviewer")
    }
    if let fault = dayFault(after, step) { return fault }
    let isOld = step.seen.contains(Standing.Seen(path: step.path, id: new))
    guard !isOld, after.date >= before.date else {
      return finding(
        .reviewRestored,
        "the review of '\(before.file)' of \(before.date), \(before.verdict.rawValue), was "
          + "replaced by an older one, of \(after.date), \(after.verdict.rawValue),")
    }
    guard !mayReplace(before, after, step) else { return nil }
    return finding(
      before.verdict == .object ? .objectionReplaced : .reviewNotTheirs,
      "the \(before.verdict == .object ? "objection" : "review") of '\(before.file)' of "
        + "\(before.date) was replaced by a review without a valid signature,")
  }

  /// The finding on a review that replaces none: it is dated in the future, or signed reviews are
  /// required and its reviewer neither signed nor committed it.
  private func firstFault(_ step: Step) -> Finding? {
    guard let review = step.new.flatMap({ history.review(step.path, $0) }) else { return nil }
    if let fault = dayFault(review, step) { return fault }
    guard let rules = step.version.rules, rules.criteria.requiresSignedReviews else { return nil }
    let isTheirs: Bool
    if review.signature == nil {
      isTheirs = isBrought(review, step, rules)
    } else if verifiesAll, case .invalid = signature(of: review, rules) {
      isTheirs = false
    } else {
      isTheirs = true
    }
    guard !isTheirs else { return nil }
    return finding(
      .reviewNotTheirs, review,
      "the review of '\(review.file)' of \(review.date), \(review.verdict.rawValue), was added by "
        + "someone else \(step.place)", step)
  }

  /// The finding on a review that is dated after its commit.
  private func dayFault(_ review: Review, _ step: Step) -> Finding? {
    guard let day = step.day, review.date.isBeyond(day) else { return nil }
    return .reviewDatedAhead(review, of: history.number)
  }

  /// Whether a review may replace another. Where signed reviews are required, its reviewer must
  /// have signed it, or it must be an objection that its reviewer committed over an unsigned
  /// review.
  private func mayReplace(_ before: Review, _ after: Review, _ step: Step) -> Bool {
    guard let rules = step.version.rules, rules.criteria.requiresSignedReviews,
      !isSigned(after, rules)
    else { return true }
    return after.verdict == .object && before.verdict != .object && !isSigned(before, rules)
      && isBrought(after, step, rules)
  }

  /// Whether signed reviews are required, and an unsigned review would lift an objection or replace
  /// a signed review.
  func isReplacedUnsigned(_ before: Review, _ after: Review, _ rules: Portfolio?) -> Bool {
    guard let rules, rules.criteria.requiresSignedReviews, !isSigned(after, rules) else {
      return false
    }
    return (before.verdict == .object && after.verdict != .object) || isSigned(before, rules)
  }

  private func isSigned(_ review: Review, _ rules: Portfolio) -> Bool {
    signature(of: review, rules) == .verified
  }

  private func signature(of review: Review, _ rules: Portfolio) -> SignatureStanding {
    review.signatureStanding(on: rules, by: verifier, blobID: blobID)
  }

  /// Whether the commit's author or committer is the reviewer; anyone may write the review of a
  /// person who isn't a member.
  private func isBrought(_ review: Review, _ step: Step, _ rules: Portfolio) -> Bool {
    let member =
      switch review.reviewer {
      case .member(let id): rules.committee?.member(id)
      case .person(let person): rules.committee?.member(withAddress: person.key)
      }
    return member.map { acted($0.person.key, in: step) } ?? true
  }

  private func finding(
    _ rule: RuleID, _ review: Review, _ message: String, _ step: Step
  ) -> Finding {
    let help: Hint =
      step.old == nil
      ? "take it away, or let its author review: \(run: .review(history.number, .anew))"
      : "restore it: '\(gitLine: .logOf(path: "*/" + step.path))' shows its versions"
    return Finding(
      rule, .review(history.number, file: review.file), .root, message, help: [help])
  }
}
