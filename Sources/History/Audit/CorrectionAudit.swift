import Diagnostics
import Git
import PortfolioModel
import Records

/// Checks that a commit that names a correction adds it to the accepted proposal's state and to the
/// changelog that follows from it, and changes nothing else.
struct CorrectionAudit {
  private let subject: AuditSubject
  private(set) var findings: [AuditFinding] = []
  /// The proposal, where the commit names one.
  let number: Int?

  init(_ subject: AuditSubject, _ trailers: AuditTrailers) {
    self.subject = subject
    number = trailers.corrections.count == 1 ? trailers.corrections.first : nil
    if number == nil || !trailers.proposals.isEmpty || !trailers.editions.isEmpty {
      add(nil, "the commit names more than one correction")
    }
    for line in trailers.strays {
      findings.append(
        subject.finding(
          .auditTrailerMalformed, nil,
          "'\(line)' is not a trailer of the right form in the right place"))
    }
    if let objection = subject.objection(toAuthorBesides: MemberRole.correctors) {
      findings.append(
        subject.finding(.auditCorrectionForged, nil, objection.message, help: objection.help))
    }
    guard let number else { return }
    let label = Proposal.label(number)
    guard let entry = subject.before.proposal(number), let known = entry.acceptance else {
      add(nil, "proposal \(label), which the commit corrects, was not accepted before it")
      return
    }
    checkRest(of: entry)
    let after = subject.after.proposals.first { $0.folder.hasSameBytes(as: entry.folder) }
    guard let corrected = after?.acceptance, let old = entry.state,
      corrected.state.onlyAddsErrata(to: old), corrected.state.errata.count == old.errata.count + 1
    else {
      add(Layout.stateFile(entry.folder), "more than one correction was added to proposal \(label)")
      return
    }
    var changelog = subject.changelog
    changelog.remove(known)
    changelog.insert(corrected)
    checkChangelog(changelog.text)
  }

  private mutating func add(_ path: String?, _ message: String) {
    findings.append(
      subject.finding(
        .auditCorrectionForged, path, message,
        help: ["corrections come by \(run: .correct(number))"]))
  }

  /// Nothing changes with a correction but the proposal's state and the changelog.
  private mutating func checkRest(of entry: ProposalEntry) {
    let own = [Layout.changelogFile, Layout.stateFile(entry.folder)]
    for change in subject.portfolioChanges + subject.proposalChanges
    where !own.contains(change.path) && !change.isForeign {
      findings.append(
        subject.finding(
          .auditChangeSmuggled, change.path, "a correction of the changelog does not change this",
          help: ["changes come by proposals: \(run: .verb(.propose))"]))
    }
  }

  private mutating func checkChangelog(_ text: String) {
    let change = subject.changes.first { $0.path.hasSameBytes(as: Layout.changelogFile) }
    let id = change.map { $0.new?.id } ?? subject.changelogFile
    guard id != ObjectID.blob(Array(text.utf8)) else { return }
    findings.append(
      subject.finding(
        .auditChangelogDiffers, Layout.changelogFile,
        "the changelog differs from the one that the correction gives",
        help: ["\(run: .changelog(revision: subject.commit.id.hex)) prints the right one"]))
  }
}
