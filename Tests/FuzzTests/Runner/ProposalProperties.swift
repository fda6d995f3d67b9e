import Commands
import Diagnostics
import PortfolioModel
import Records
import Reports

/// What holds for any proposal that is applied to a portfolio.
struct ProposalProperties {
  private let proposal: Proposal
  private let base: Portfolio
  private let judgement: ProposalJudgement
  private let today: CalendarDate

  init(_ proposal: Proposal, on base: Portfolio, today: CalendarDate) {
    self.proposal = proposal
    self.base = base
    self.today = today
    judgement = ProposalJudgement(proposal, on: base, today: today, isDraft: false)
  }

  /// What does not hold, in words.
  func broken() -> [String] { reach() + shown() + repeated() + changelog() }

  private var result: Portfolio { judgement.result }

  /// Applying changes nothing but what the proposal names, and the order of its groups.
  private func reach() -> [String] {
    let named = Set(proposal.changes.map(\.subject))
    return subjects.compactMap { subject in
      guard !named.contains(subject), content(of: subject, base) != content(of: subject, result)
      else { return nil }
      return "\(subject.kind.rawValue) \(subject.id) changes, which the proposal does not name"
    }
  }

  /// The difference between base and result names each subject and each field that is not alike.
  private func shown() -> [String] {
    let shown = Dictionary(
      grouping: PortfolioDiff(from: base, to: result).differences, by: \.subject)
    return subjects.flatMap { subject -> [String] in
      let (before, after) = (content(of: subject, base), content(of: subject, result))
      guard before != after else { return [] }
      guard let differences = shown[subject] else {
        return ["\(subject.kind.rawValue) \(subject.id) changes, which the diff does not show"]
      }
      guard let before, let after else { return [] }
      let heads = Set(differences.compactMap { $0.field.map { FieldPath($0).steps[0] } })
      let names = Set(before.names + after.names).filter { before[$0] != after[$0] }
      return names.subtracting(heads).sorted().map {
        "'\($0)' of \(subject.id) changes, which the diff does not show"
      }
    } + delistings(shown)
  }

  private func delistings(_ shown: [SubjectID: [Difference]]) -> [String] {
    let gone = Set(base.standards.keys).subtracting(result.standards.keys)
    let kept = Set(result.delisted.keys).subtracting(base.delisted.keys)
    return gone == kept ? [] : ["standards vanish without a delisting, or the reverse"]
  }

  /// A change that was made can't be made again without a finding.
  private func repeated() -> [String] {
    guard judgement.isValid, !proposal.changes.isEmpty, result != base else { return [] }
    let again = Application(proposal, to: result)
    guard again.isComplete, again.portfolio != result else { return [] }
    return ["applying the proposal twice changes more, without a finding"]
  }

  private func changelog() -> [String] {
    let lines = ChangelogEntry.entries(of: proposal, cutBy: .byBlob)
    return lines.filter { HiddenCharacters.stand(in: $0.text) || $0.text.contains("\n") }.map {
      "a line of the changelog holds a control character: \($0.text.debugDescription)"
    }
  }

  /// What does not hold of the reviewers' report, in any format.
  func brokenReport() -> [String] {
    let diff = PortfolioDiff(from: base, to: result)
    let differences = diff.differences
    let comparison = Comparison(diff, from: ProposalGround(base, today: today))
    let tables = ChangedTable.all(from: diff.base, to: result, diff.change)
    let input = DiffInput(
      base: "base", head: "head", today: today, from: base, to: result, differences: differences,
      changedTables: tables,
      fingerprints: Dictionary(differences.map { ($0, "0") }) { first, _ in first },
      moves: judgement.moves,
      consequences: Consequences(comparison, differences, tables: tables).items,
      consequenceFingerprints: [:],
      proposals: [DiffInput.Covered(proposal, .open, nil, isReady: false, sentence: "It waits.")],
      conflicts: [], findings: [], unread: [])
    let report = DiffReport(input, wording: \.text)
    return ReportProperties("the reviewers' report", report.report, json: report.json).broken()
  }

  private var subjects: [SubjectID] {
    Set(base.subjects).union(result.subjects).sorted()
  }

  /// The content without its number in the group, with the category.
  private func content(of subject: SubjectID, _ portfolio: Portfolio) -> Fields? {
    guard var fields = portfolio.fields(of: subject) else { return nil }
    guard subject.kind == .standard else { return fields }
    fields["position"] = nil
    fields["category"] = portfolio.standards[subject.id].map { .text($0.category.rawValue) }
    return fields
  }
}
