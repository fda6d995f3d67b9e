import Diagnostics
import Git

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
    try Audit.refuseShallow(workspace)
    let protection = protectsAll ? nil : try workspace.withRepository { try Protection($0) }
    var verdicts: [GuardVerdict] = []
    for reference in references {
      if reference.name.hasPrefix(AuditStart.editionTags) {
        verdicts.append(edition(reference))
      } else if protection?.covers(reference.name) ?? true {
        verdicts.append(try branch(reference, in: workspace))
      } else {
        verdicts.append(.taken(reference))
      }
    }
    return verdicts
  }

  /// An edition is what audits start from: it is tagged once.
  private func edition(_ tag: PushedReference) -> GuardVerdict {
    guard tag.old != nil else { return .taken(tag) }
    let what = tag.new == nil ? "can't be deleted" : "can't be moved"
    return .refused(
      tag, ["The edition's tag \(tag.shortName) \(what): audits start from it."])
  }

  private func branch(
    _ branch: PushedReference, in workspace: borrowing Workspace
  ) throws(Refusal) -> GuardVerdict {
    let name = branch.shortName
    guard let new = branch.new else {
      return .refused(branch, ["The branch \(name) is protected and can't be deleted."])
    }
    let tip = try GuardTip(new, in: workspace)
    guard let old = branch.old else {
      let objections = tip.missing + tip.strays + tip.doubles + tip.attributes
      guard objections.isEmpty else { return .refused(branch, objections) }
      return .taken(
        branch,
        [
          "\(name) is new here: what it holds at \(new.hex) is the baseline, taken on trust. "
            + "Later pushes are judged from there."
        ])
    }
    var objections = try line(from: old, to: new, name, workspace)
    guard objections.isEmpty else { return .refused(branch, objections) }
    objections = tip.missing + tip.doubles + tip.attributes
    let audit = try Audit(since: nil, surroundings)
      .judge(from: old, named: old.hex, to: new, in: workspace)
    objections += audit.findings.map(\.sentence)
    guard objections.isEmpty else { return .refused(branch, objections) }
    return .taken(branch, [audit.sentence(name)])
  }

  /// What keeps the new tip from being the old one with something more.
  private func line(
    from old: ObjectID, to new: ObjectID, _ name: String, _ workspace: borrowing Workspace
  ) throws(Refusal) -> [String] {
    guard try workspace.withRepository({ try $0.isAncestor(old, of: new) }) else {
      return [
        "The push would take commits off the branch \(name): \(new.hex) does not descend from "
          + "\(old.hex). Fetch, and put yours on top."
      ]
    }
    guard try workspace.withRepository({ try $0.isOnFirstParentChain(old, of: new) }) else {
      return [
        "The merge stands the wrong way round: \(old.hex), where \(name) is, is not reached from "
          + "\(new.hex) by first parents. Start from the server's branch and merge yours into it."
      ]
    }
    return []
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

extension Audit.Outcome {
  fileprivate func sentence(_ name: String) -> String {
    let changes = kinds.count { if case .acceptance = $0 { true } else { false } }
    let who =
      approvals == 0
      ? ""
      : proved == approvals ? " Who reviewed is proved." : " Who reviewed is asserted, not proved."
    return "\(name): \(kinds.count) commit\(kinds.count == 1 ? "" : "s") judged, "
      + "\(changes) of them change\(changes == 1 ? "s" : "") the portfolio, each by its proposal.\(who)"
  }
}
