package import PortfolioModel
import Records

/// The message of a commit that accepts a proposal, with its trailers in the last paragraph.
package enum CommitMessage {
  package static func of(_ plan: CommitPlan) -> String {
    of(plan.proposal, reviewers: plan.reviewers, ballot: plan.ballot)
  }

  package static func of(
    _ proposal: Proposal, reviewers: [Person], ballot: Identifier? = nil
  ) -> String {
    var text = line(Abridgement.byBlob.quoted(proposal.title)) + "\n\n"
    let entries = ChangelogEntry.entries(of: proposal, cutBy: .byBlob)
    let lines = ChangelogSection.allCases.flatMap { section in
      entries.filter { $0.section == section }.map { "- \(section.rawValue): \(plain($0.text))\n" }
    }
    text += lines.prefix(CommitMessage.most).joined()
    if lines.count > CommitMessage.most {
      text += "- and \(lines.count - CommitMessage.most) more, in CHANGELOG.md\n"
    }
    text += "\nRSP-Proposal: \(proposal.number)\n"
    if let ballot { text += "RSP-Ballot: \(ballot)\n" }
    for reviewer in reviewers { text += "Reviewed-by: \(reviewer)\n" }
    return text
  }

  /// The most changelog lines that a message repeats.
  private static let most = 100

  /// The title, indented where git or a reader would take it for a trailer or a comment.
  private static func line(_ title: String) -> String {
    title.hasPrefix("#") || AuditTrailers.looksLikeTrailer(title) ? " " + title : title
  }

  /// Markdown text without its escapes, for people who read the log.
  private static func plain(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result
  }
}
