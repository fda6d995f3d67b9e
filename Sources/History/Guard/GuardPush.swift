package import Diagnostics
import Git
package import PortfolioModel
import Records

/// Judges a push before the shared repository accepts it. It refuses what an audit could not prove,
/// and the loss of what later audits need.
package struct GuardPush: Sendable {
  package let references: [PushedReference]
  /// Nil where every branch counts as protected, as in a check before a push, which can't ask the
  /// server.
  private let protection: Protection?
  let verifier: any SignatureVerifier
  let today: CalendarDate

  package init(
    _ references: [PushedReference], protection: Protection?,
    by verifier: any SignatureVerifier, today: CalendarDate
  ) {
    self.references = references
    self.protection = protection
    self.verifier = verifier
    self.today = today
  }

  /// Returns one verdict for each reference, in their order.
  ///
  /// - Throws: `Refusal` where something could not be judged; the whole push must be refused then.
  package func run(
    in source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> [GuardVerdict] {
    let grounds = try GuardGrounds(references, by: protection, source)
    var verdicts: [GuardVerdict] = []
    for reference in references {
      let target = try source.symbolicTarget(of: reference.name)
      var verdict = try judge(reference, grounds, in: source)
      // A push to a symbolic reference moves the reference that it points to.
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
            + "systems. Give it another name."
        ])
    }
    if reference.new != nil, reference.readsLikeAnother {
      return .refused(
        reference,
        [
          "\(reference.name) reads like a commit's id, or like HEAD: someone who types its short "
            + "name could get the wrong one."
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

  /// Judges a tag of an edition. Audits start from it, so it is set once, on a commit that the
  /// guard has judged.
  private func edition(
    _ tag: PushedReference, _ grounds: GuardGrounds,
    in source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) -> GuardVerdict {
    guard tag.name.hasPrefix(PushedReference.editionTags) else {
      return .refused(tag, ["\(tag.name) would be in the way of the editions' tags."])
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
          "The edition's tag \(tag.shortName) is on a commit that is on no protected branch "
            + "(\(grounds.names)): audits would start from a commit that was never judged."
        ])
    }
    if let objection = try grounds.displacement(of: tag, to: new, in: source) {
      return .refused(tag, [objection])
    }
    return .taken(tag)
  }
}
