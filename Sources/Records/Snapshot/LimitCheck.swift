import Diagnostics
import PortfolioModel

/// Checks the limits of each proposal, of the committee and of the whole portfolio (design
/// section 2) where something is added. Making things smaller, closing or removing them is never
/// refused.
struct LimitCheck {
  private let after: Snapshot
  private let before: Snapshot
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ after: Snapshot, _ new: PortfolioWeight, insteadOf before: Snapshot, _ old: PortfolioWeight
  ) {
    (self.after, self.before) = (after, before)
    for entry in after.proposals {
      check(entry, new.proposals[entry.folder], insteadOf: old.proposals[entry.folder])
    }
    checkMembers()
    check(new, insteadOf: old)
  }

  private mutating func report(_ path: String, _ message: String, _ help: Hint) {
    diagnostics.append(
      Diagnostic(
        .beyondLimit, at: SourceLocation(path: after.files.prefix + path), message, help: [help]))
  }

  // MARK: - One proposal

  private mutating func check(
    _ entry: ProposalEntry, _ new: PortfolioWeight.Proposal?,
    insteadOf old: PortfolioWeight.Proposal?
  ) {
    let path = Layout.proposalFile(entry.folder)
    let isClosing = entry.isClosed && old != nil
    let (new, old) = (new ?? PortfolioWeight.Proposal(), old ?? PortfolioWeight.Proposal())
    if new.text > max(old.text, Limits.proposal) {
      report(
        path, "the file is larger than the \(Limits.inWords(Limits.proposal)) of a proposal",
        "shorten it, or make several proposals of it")
    }
    // Closing writes who closed it and why, and is always possible.
    let (weight, earlier) = isClosing ? (new.withoutState, old.withoutState) : (new.all, old.all)
    if weight > max(earlier, Limits.proposalFolder) {
      report(
        path,
        "the folder of proposal \(entry.label) holds more than "
          + Limits.inWords(Limits.proposalFolder),
        "shorten what is new, or make a new proposal of it and withdraw this one")
    }
    if new.count > max(old.count, Limits.approvals) {
      report(
        path, "proposal \(entry.label) has more than \(Limits.approvals) reviews",
        "a committee has at most \(Limits.members) members, whose reviews are enough")
    }
  }

  private mutating func checkMembers() {
    let (new, old) = (
      after.portfolio?.committee?.members.count ?? 0,
      before.portfolio?.committee?.members.count ?? 0
    )
    guard new > max(old, Limits.members) else { return }
    report(
      Layout.committeeFile, "the committee has more than \(Limits.members) members",
      "list those who review")
  }

  // MARK: - All together

  private mutating func check(_ new: PortfolioWeight, insteadOf old: PortfolioWeight) {
    if new.unfinished > max(old.unfinished, Limits.unfinished) {
      report(
        Layout.proposalsFolder,
        "all unfinished proposals together hold more than \(Limits.inWords(Limits.unfinished))",
        "close some first: \(run: .withdraw(nil)), or the chair's \(run: .verb(.reject))"
      )
    }
    if new.all > max(old.all, Limits.filled) {
      report(
        Layout.portfolioFolder,
        "the portfolio and its open and accepted proposals hold more than "
          + Limits.inWords(Limits.filled),
        "close unfinished proposals, or shorten records, before more is added")
    }
    if new.files > max(old.files, Limits.files) {
      report(
        Layout.proposalsFolder, "there are more than \(Limits.files) files and folders",
        "remove drafts that nobody needs; closed proposals stay")
    }
  }
}
