import Diagnostics
import Git
import PortfolioModel
import Records

/// The judgement of one commit that is not a merge, which depends on its changes alone.
package struct CommitAudit: Sendable {
  /// What kind of commit it is.
  package enum Kind: Hashable, Sendable {
    /// Nothing below `Portfolio/` and `Proposals/` changed.
    case untouched
    /// Only unfinished proposals and reviews changed.
    case free
    /// It changes the portfolio; the number is that of the proposal that it names, if any.
    case acceptance(Int?)
    case merge
    /// It cuts or publishes an edition, or records its review.
    case edition
  }

  package let kind: Kind
  package internal(set) var findings: [AuditFinding]
  /// One element for each approval that the commit relies on: whether a signature proves it.
  package let approvals: [Bool]
  /// The same as ``approvals`` for the settlements of objections.
  package let settlements: [Bool]

  package init(_ subject: AuditSubject) {
    let trailers = AuditTrailers(subject.commit.message)
    let foreign = CommitAudit.foreign(
      subject.changes, of: subject.commit, below: subject.before.files.prefix)
    if subject.portfolioChanges.isEmpty {
      kind = subject.changes.isEmpty ? .untouched : .free
      findings =
        subject.commit.malformations + foreign
        + CommitAudit.unfounded(
          subject.commit, trailers,
          isElsewhere: subject.changes.isEmpty && !subject.before.files.prefix.isEmpty)
        + subject.evidence.faults
      (approvals, settlements) = ([], [])
    } else if !trailers.editions.isEmpty {
      let edition = EditionAudit(subject, trailers)
      kind = .edition
      findings = subject.commit.malformations + foreign + edition.findings + subject.evidence.faults
      (approvals, settlements) = ([], [])
    } else if !trailers.corrections.isEmpty {
      let correction = CorrectionAudit(subject, trailers)
      kind = .acceptance(correction.number)
      findings =
        subject.commit.malformations + foreign + correction.findings + subject.evidence.faults
      (approvals, settlements) = ([], [])
    } else {
      let acceptance = AcceptanceAudit(subject, trailers)
      kind = .acceptance(acceptance.number)
      findings = subject.commit.malformations + foreign + acceptance.findings
      (approvals, settlements) = (acceptance.approvals, acceptance.settlements)
    }
  }

  /// The finding on a commit that names a proposal but accepts none.
  ///
  /// `isElsewhere`: whether the commit touches nothing of this portfolio, which is in a folder of a
  /// larger repository. The proposals of another portfolio are not judged here.
  static func unfounded(
    _ commit: Commit, _ trailers: AuditTrailers, isElsewhere: Bool
  ) -> [AuditFinding] {
    guard !isElsewhere else { return [] }
    return trailers.proposals.map { number in
      commit.finding(
        .auditTrailerUnfounded, nil,
        "the commit names proposal \(Proposal.label(number)) but does not change the portfolio",
        help: ["'RSP-Proposal' is for the commits that \(run: .verb(.commit)) makes"])
    }
      + trailers.corrections.map { number in
        commit.finding(
          .auditTrailerUnfounded, nil,
          "the commit corrects proposal \(Proposal.label(number)) but does not change the changelog",
          help: ["'RSP-Correction' is for the commits that \(run: .correct(number)) makes"])
      }
      + trailers.editions.map { id in
        commit.finding(
          .auditTrailerUnfounded, nil,
          "the commit names edition '\(id)' but does not change the portfolio",
          help: ["'RSP-Edition' is for the commits that \(run: .edition(.cut)) makes"])
      }
  }

  /// The findings on links, submodules and files that don't belong below the two folders.
  static func foreign(
    _ changes: [TreeChange], of commit: Commit, below prefix: String
  ) -> [AuditFinding] {
    changes.filter(\.isForeign).map { change in
      let what =
        switch change.new?.mode {
        case .symlink: "a symbolic link"
        case .gitlink: "a submodule"
        default: "a file that does not belong here"
        }
      return commit.finding(
        .auditForeignFile, prefix + change.path, "this is \(what)",
        help: ["remove it: \(git: .remove(prefix + change.path))"])
    }
  }
}

extension TreeChange {
  /// Whether the new entry is not a regular file, or is at a path that the layout doesn't know.
  var isForeign: Bool { new.map(isStray) ?? false }

  /// Whether such a file was removed.
  var removesStray: Bool { new == nil && old.map(isStray) ?? false }

  private func isStray(_ file: TreeFile) -> Bool {
    file.mode == .symlink || file.mode == .gitlink || Layout.role(of: path) == .unexpected
  }
}
