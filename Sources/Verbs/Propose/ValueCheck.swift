import Diagnostics
import History
import PortfolioModel
import Records

/// Judges what changes make of the portfolio before a word of them is written.
///
/// A draft may lack a decision, and what the criteria ask for: reviewers see to that. It never holds
/// a value that no reader accepts, and what it would make of the records keeps their limits.
struct ValueCheck {
  let ground: Portfolio
  let today: CalendarDate
  /// The files that the records stand beside; without them, limits are not looked at.
  var snapshot: Snapshot?
  /// The proposal's number, or nil where it is new.
  var number: Int?

  /// What is wrong with the changes and was not with the earlier ones of the same proposal.
  func problems(_ changes: [Change], besides earlier: [Change] = []) -> [Refusal] {
    let known = ProposalGround(ground, today: today)
    let old = earlier.isEmpty ? [] : Set(faults(earlier, known).map(\.text))
    return faults(changes, known).filter { !old.contains($0.text) }.map {
      Refusal(.refused, $0.text, help: $0.help)
    }
  }

  /// Changes that can't be read have no faults here: ``ProposalText`` tells of them.
  private func faults(_ changes: [Change], _ known: ProposalGround) -> [(
    text: String, help: [Hint]
  )] {
    guard let proposal = Proposal.provisional(changes, number: number ?? 0) else { return [] }
    let judgement = ProposalJudgement(proposal, on: known, isDraft: false)
    return judgement.findings.filter(\.isFaultOfValue).map {
      ("\(sentence($0)) [\($0.rule.rawValue)]", $0.help)
    } + limits(of: judgement)
  }

  /// The limits that the records of a judged result would break, as committing them finds them.
  private func limits(of judgement: ProposalJudgement) -> [(text: String, help: [Hint])] {
    guard let snapshot else { return [] }
    let records = CommitPlan.records(
      from: judgement.base, to: judgement.result, judgement.change)
    return ReadBack(snapshot.replacing(records), insteadOf: snapshot).faults.map {
      ($0.sentence, $0.help)
    }
  }

  /// The finding's message, which names the standard.
  private func sentence(_ finding: Finding) -> String {
    guard let id = finding.standard else { return finding.message }
    let name = ground.name(of: id)
    let isNamed = finding.message.contains(name) || finding.message.contains(id.text)
    return isNamed ? finding.message : "\(name): \(finding.message)"
  }
}

extension Finding {
  /// Whether the finding is about a value, and not about what the committee may still decide.
  var isFaultOfValue: Bool {
    switch rule {
    case .overridePastReview: true
    case .criterionMissed, .overrideUnneeded, .holdUnneeded, .overrideUndercut, .overrideLapsed,
      .moveNotListed, .natureExceeded,
      .proposalIncomplete:
      false
    default: severity == .error
    }
  }
}
