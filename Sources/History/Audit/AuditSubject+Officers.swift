import Diagnostics
import Git
import PortfolioModel
import Records

extension AuditSubject {
  /// Why the commit's author may not make what only some of the committee make; nil where the author
  /// has one of the roles around the commit's day, and where there is no committee before it.
  func objection(toAuthorBesides roles: [MemberRole]) -> (message: String, help: [Hint])? {
    guard let committee = before.portfolio?.committee else { return nil }
    let officers = committee.members(as: roles, around: commit.day)
    guard !officers.include(address: commit.author.email.asciiLowercased) else { return nil }
    let day = commit.day.map { " on \($0)" } ?? ""
    return (
      "\(commit.authorName) made it, who had none of these roles\(day): "
        + roles.map(\.rawValue).listed,
      officers.isEmpty ? [] : ["these had: \(officers.map(\.id.text).conjunction)"]
    )
  }
}
