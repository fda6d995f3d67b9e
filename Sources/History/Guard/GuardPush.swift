package import Diagnostics
import Git
import PortfolioModel
import Records
package import Store

/// Decides about a push before the shared repository takes it: what an audit would refuse, and what
/// would take the ground from under later audits.
package struct GuardPush: Sendable {
  package let references: [PushedReference]
  /// Whether every branch counts as protected, as before a push, when the server can't be asked.
  private let protectsAll: Bool
  private let surroundings: Surroundings

  package init(
    _ references: [PushedReference], protectsAll: Bool = false,
    _ surroundings: Surroundings
  ) {
    self.references = references
    self.protectsAll = protectsAll
    self.surroundings = surroundings
  }

  /// - Throws: `Refusal` where something could not be judged; then nothing of the push may be taken.
  package func run(in workspace: borrowing Workspace) throws(Refusal) -> [GuardVerdict] {
    try HistoryAudit.refuseIncomplete(workspace)
    let grounds = try GuardGrounds(references, protectsAll: protectsAll, workspace)
    var verdicts: [GuardVerdict] = []
    for reference in references {
      let target = try workspace.withRepository { try $0.symbolicTarget(of: reference.name) }
      var verdict = try judge(reference, grounds, in: workspace)
      // What is pushed to a name that stands for another moves that other.
      if let target, !verdict.isRefused {
        verdict = try judge(
          PushedReference(name: target, old: reference.old, new: reference.new), grounds,
          in: workspace)
      }
      verdicts.append(verdict)
    }
    return verdicts
  }

  private func judge(
    _ reference: PushedReference, _ grounds: GuardGrounds, in workspace: borrowing Workspace
  ) throws(Refusal) -> GuardVerdict {
    if reference.name.hasPrefix("refs/replace/") {
      return .refused(
        reference, ["\(reference.name) would have git show another object than the one judged."])
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
    if (reference.name + "/").hasPrefix(AuditStart.editionTags) {
      return try edition(reference, grounds, in: workspace)
    }
    guard grounds.protects(reference.name) else {
      return .taken(reference, grounds.remark(on: reference))
    }
    return try branch(reference, grounds, in: workspace)
  }

  /// An edition is what audits start from: it is tagged once, on what the guard has judged.
  private func edition(
    _ tag: PushedReference, _ grounds: GuardGrounds, in workspace: borrowing Workspace
  ) throws(Refusal) -> GuardVerdict {
    guard tag.name.hasPrefix(AuditStart.editionTags) else {
      return .refused(tag, ["\(tag.name) would stand in the way of the editions' tags."])
    }
    guard tag.old == nil, let new = tag.new else {
      let what = tag.new == nil ? "can't be deleted" : "can't be moved"
      return .refused(
        tag, ["The edition's tag \(tag.shortName) \(what): audits start from it."])
    }
    guard try grounds.reaches(new, in: workspace) else {
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
    _ branch: PushedReference, _ grounds: GuardGrounds, in workspace: borrowing Workspace
  ) throws(Refusal) -> GuardVerdict {
    let name = branch.shortName
    guard let new = branch.new else {
      return .refused(branch, ["The branch \(name) is protected and can't be deleted."])
    }
    let tip = try GuardTip(new, in: workspace)
    guard let old = branch.old else {
      if let base = try grounds.base(of: new, besides: branch.name, in: workspace) {
        return try judge(branch, from: base, to: new, tip, in: workspace)
      }
      var objections = tip.missing + tip.strays + tip.names + tip.attributes
      if objections.isEmpty { objections = try unreadable(new, in: workspace) }
      guard objections.isEmpty else { return .refused(branch, objections) }
      return .taken(
        branch,
        [
          "\(name) is new here: what it holds at \(new.hex) is the baseline, taken on trust. "
            + "Later pushes are judged from there."
        ])
    }
    let objections = try line(from: old, to: new, name, workspace)
    guard objections.isEmpty else { return .refused(branch, objections) }
    return try judge(branch, from: old, to: new, tip, in: workspace)
  }

  /// What of a baseline our own reader would refuse.
  private func unreadable(
    _ commit: ObjectID, in workspace: borrowing Workspace
  ) throws(Refusal) -> [String] {
    let nothing = Snapshot(reading: PortfolioFiles(prefix: workspace.prefix))
    return ReadBack(try workspace.snapshot(of: commit), insteadOf: nothing).faults
      .prefix(FindingList.limit).map { $0.sentence + "." }
  }

  /// What an audit says of what is new.
  private func judge(
    _ branch: PushedReference, from old: ObjectID, to new: ObjectID, _ tip: GuardTip,
    in workspace: borrowing Workspace
  ) throws(Refusal) -> GuardVerdict {
    let audit = try HistoryAudit(since: nil, surroundings)
      .judge(from: old, named: old.hex, to: new, in: workspace)
    let objections =
      tip.missing + tip.names + tip.attributes + audit.findings.map(\.sentence)
    guard objections.isEmpty else { return .refused(branch, objections) }
    return .taken(branch, [audit.sentence(branch.shortName)])
  }

  /// What keeps the new tip from being the old one with something more.
  private func line(
    from old: ObjectID, to new: ObjectID, _ name: String, _ workspace: borrowing Workspace
  ) throws(Refusal) -> [String] {
    if try workspace.withRepository({ try $0.isOnFirstParentChain(old, of: new) }) { return [] }
    guard try workspace.withRepository({ try $0.isAncestor(old, of: new) }) else {
      return [
        "The push would take commits off the branch \(name): \(new.hex) does not descend from "
          + "\(old.hex). Fetch, and put yours on top."
      ]
    }
    return [
      "The merge stands the wrong way round: \(old.hex), where \(name) is, is not reached from "
        + "\(new.hex) by first parents. Start from the server's branch and merge yours into it."
    ]
  }
}

extension AuditFinding {
  /// The finding for someone who sees nothing else, with what to do.
  fileprivate var sentence: String {
    let place = path.map { "\($0): " } ?? ""
    let hint = help.isEmpty ? "" : " (\(help.joined(separator: "; ")))"
    return "Commit \(commit.prefix(10)) “\(title)”: \(place)\(message) [\(rule.rawValue)]\(hint)."
  }
}

extension HistoryAudit.Outcome {
  fileprivate func sentence(_ name: String) -> String {
    let changes = kinds.count { if case .acceptance = $0 { true } else { false } }
    let who =
      approvals.isEmpty
      ? ""
      : areProved ? " Who reviewed is proved." : " Who reviewed is asserted, not proved."
    return "\(name): \(kinds.count) commit\(kinds.count == 1 ? "" : "s") judged, "
      + "\(changes) of them change\(changes == 1 ? "s" : "") the portfolio, each by its proposal.\(who)"
  }
}
