import Diagnostics
import Git
import PortfolioModel
import Records

extension GuardPush {
  /// Judges a protected branch: its first push sets the baseline, later ones are audited.
  func branch(
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

  /// The faults that make a baseline unreadable for this tool.
  private func unreadable(
    _ commit: ObjectID, in source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> [Hint] {
    let nothing = Snapshot(reading: PortfolioFiles(prefix: source.prefix))
    let snapshot = try source.snapshot(
      ofTree: try source.commit(commit).tree, named: String(commit.hex.prefix(10)), after: nil)
    return ReadBack(snapshot, insteadOf: nothing).faults
      .prefix(FindingList.limit).map { "\($0.sentence)." }
  }

  /// Audits the new commits.
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

  /// The reason why the new tip doesn't continue the old one, or nil.
  private func line(
    from old: ObjectID, to new: ObjectID, _ name: String,
    _ source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> [Hint] {
    if try source.isOnFirstParentChain(old, of: new) { return [] }
    guard try source.lineage(of: [new], from: old).leads(from: [new], to: old) else {
      return [
        "The push would remove commits from the branch \(name): \(new.hex) does not descend from "
          + "\(old.hex). Fetch, and put yours on top."
      ]
    }
    return [
      "The merge is the wrong way round: \(old.hex), where \(name) is, can't be reached from "
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
