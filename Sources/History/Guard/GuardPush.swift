package import Diagnostics
import Git
package import PortfolioModel
import Records

/// Judges a push before the shared repository accepts it: refuses what an audit would not prove, and
/// what later audits rely on and would miss.
package struct GuardPush: Sendable {
  package let references: [PushedReference]
  /// Nil where every branch counts as protected, as before a push, when the server can't be asked.
  private let protection: Protection?
  private let verifier: any SignatureVerifier
  private let today: CalendarDate

  package init(
    _ references: [PushedReference], protection: Protection?,
    by verifier: any SignatureVerifier, today: CalendarDate
  ) {
    self.references = references
    self.protection = protection
    self.verifier = verifier
    self.today = today
  }

  /// - Throws: `Refusal` where something could not be judged; then nothing of the push may be taken.
  package func run(
    in source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> [GuardVerdict] {
    let grounds = try GuardGrounds(references, by: protection, source)
    var verdicts: [GuardVerdict] = []
    for reference in references {
      let target = try source.symbolicTarget(of: reference.name)
      var verdict = try judge(reference, grounds, in: source)
      // A push to a symbolic reference moves the reference that it stands for.
      if let target, !verdict.isRefused {
        verdict = try judge(
          PushedReference(name: target, old: reference.old, new: reference.new), grounds,
          in: source)
      }
      verdicts.append(verdict)
    }
    return verdicts
  }

  private func judge(
    _ reference: PushedReference, _ grounds: GuardGrounds,
    in source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> GuardVerdict {
    if reference.name.hasPrefix("refs/replace/") {
      return .refused(
        reference,
        ["\(reference.name) would make git show another object than the one that was judged."])
    }
    if let twin = grounds.twin(of: reference) {
      return .refused(
        reference,
        [
          "\(reference.shortName) would be taken for \(PushedReference.shortName(of: twin)) on some "
            + "systems, where both would be one. Give it another name."
        ])
    }
    if reference.new != nil, reference.readsLikeAnother {
      return .refused(
        reference,
        [
          "\(reference.name) reads like a commit's id, or like HEAD: who types its short name would "
            + "mean one and could get the other."
        ])
    }
    if (reference.name + "/").hasPrefix(PushedReference.editionTags) {
      return try edition(reference, grounds, in: source)
    }
    guard grounds.protects(reference.name) else {
      return .taken(reference, grounds.remark(on: reference))
    }
    return try branch(reference, grounds, in: source)
  }

  /// An edition is what audits start from: it is tagged once, on what the guard has judged.
  private func edition(
    _ tag: PushedReference, _ grounds: GuardGrounds,
    in source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> GuardVerdict {
    guard tag.name.hasPrefix(PushedReference.editionTags) else {
      return .refused(tag, ["\(tag.name) would stand in the way of the editions' tags."])
    }
    guard tag.old == nil, let new = tag.new else {
      let what = tag.new == nil ? "can't be deleted" : "can't be moved"
      return .refused(
        tag, ["The edition's tag \(tag.shortName) \(what): audits start from it."])
    }
    guard try grounds.reaches(new, in: source) else {
      return .refused(
        tag,
        [
          "The edition's tag \(tag.shortName) is on a commit that no protected branch leads to "
            + "(\(grounds.names)): audits would start from what nobody judged."
        ])
    }
    return .taken(tag)
  }

  private func branch(
    _ branch: PushedReference, _ grounds: GuardGrounds,
    in source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> GuardVerdict {
    let name = branch.shortName
    guard let new = branch.new else {
      return .refused(branch, ["The branch \(name) is protected and can't be deleted."])
    }
    let tip = try GuardTip(new, in: source)
    guard let old = branch.old else {
      if let base = try grounds.base(of: new, besides: branch.name, in: source) {
        return try judge(branch, from: base, to: new, tip, in: source)
      }
      var objections = tip.missing + tip.strays + tip.names + tip.attributes
      if objections.isEmpty { objections = try unreadable(new, in: source) }
      guard objections.isEmpty else { return .refused(branch, objections) }
      return .taken(
        branch,
        [
          "\(name) is new here: what it holds at \(new.hex) is the baseline, taken on trust. "
            + "Later pushes are judged from there."
        ])
    }
    let objections = try line(from: old, to: new, name, source)
    guard objections.isEmpty else { return .refused(branch, objections) }
    return try judge(branch, from: old, to: new, tip, in: source)
  }

  /// What the tool's own reader would refuse in a baseline.
  private func unreadable(
    _ commit: ObjectID, in source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> [Hint] {
    let nothing = Snapshot(reading: PortfolioFiles(prefix: source.prefix))
    let snapshot = try source.snapshot(
      ofTree: try source.commit(commit).tree, named: String(commit.hex.prefix(10)), after: nil)
    return ReadBack(snapshot, insteadOf: nothing).faults
      .prefix(FindingList.limit).map { "\($0.sentence)." }
  }

  /// The audit's findings on the new commits.
  private func judge(
    _ branch: PushedReference, from old: ObjectID, to new: ObjectID, _ tip: GuardTip,
    in source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> GuardVerdict {
    let audit = try HistoryAudit(by: verifier, today: today)
      .judge(from: old, named: old.hex, to: new, in: source)
    let objections =
      tip.missing + tip.names + tip.attributes + audit.findings.map(\.sentence)
    guard objections.isEmpty else { return .refused(branch, objections) }
    return .taken(branch, [audit.sentence(branch.shortName)])
  }

  /// Why the new tip does not continue the old one, or nil.
  private func line(
    from old: ObjectID, to new: ObjectID, _ name: String,
    _ source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> [Hint] {
    if try source.isOnFirstParentChain(old, of: new) { return [] }
    guard try source.lineage(of: [new], from: old).leads(from: [new], to: old) else {
      return [
        "The push would take commits off the branch \(name): \(new.hex) does not descend from "
          + "\(old.hex). Fetch, and put yours on top."
      ]
    }
    return [
      "The merge is the wrong way round: \(old.hex), where \(name) is, is not reached from "
        + "\(new.hex) by first parents. Start from the server's branch and merge yours into it."
    ]
  }
}

extension AuditFinding {
  /// The finding on one line, with what to do about it.
  fileprivate var sentence: Hint {
    let place = path.map { "\($0): " } ?? ""
    let hint: Hint = help.isEmpty ? "" : " (\(help.joined(separator: "; ")))"
    return "Commit \(commit.prefix(10)) “\(title)”: \(place)\(message) [\(rule.rawValue)]\(hint)."
  }
}

extension HistoryAudit.Outcome {
  fileprivate func sentence(_ name: String) -> Hint {
    let changes = kinds.count { if case .acceptance = $0 { true } else { false } }
    let who =
      approvals.isEmpty
      ? ""
      : areProved ? " Who reviewed is proved." : " Who reviewed is asserted, not proved."
    return "\(name): \(kinds.count.counted("commit")) judged, "
      + "\(changes) of them change\(changes == 1 ? "s" : "") the portfolio, each by its proposal.\(who)"
  }
}
