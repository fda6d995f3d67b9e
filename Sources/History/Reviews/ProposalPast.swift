import Diagnostics
import Git
package import PortfolioModel

/// What the history says of a proposal, beside what its files say.
package struct ProposalPast: Sendable {
  /// What stands against it: reviews and states that did not come to be by right, and a text whose
  /// reviews would count for two.
  package internal(set) var findings: [Finding] = []
  /// By path in the folder, the days of the commits that brought the files as they ought to be; none
  /// of what is not committed, and of what came with a whole portfolio.
  package internal(set) var days: [String: CalendarDate] = [:]

  /// The same of reviews, by the stem of the file.
  package var reviewDays: [String: CalendarDate] {
    var result: [String: CalendarDate] = [:]
    for (path, day) in days where path.hasPrefix(ProposalHistory.reviews) {
      result[String(path.dropFirst(ProposalHistory.reviews.utf8.count).dropLast(4))] = day
    }
    return result
  }
}

extension Commit {
  /// The UTC day of its committer date, which whoever makes it asserts.
  package var day: CalendarDate? {
    isDated ? CalendarDate(secondsSince1970: Int(committer.seconds)) : nil
  }
}
