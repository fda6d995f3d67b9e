import PortfolioModel
package import Records

/// The days on which the proposals of a snapshot were accepted.
package struct Acceptances: Sendable {
  private var days: [String: (number: Int, day: CalendarDate)] = [:]

  package init(_ snapshot: Snapshot) {
    for entry in snapshot.proposals { note(entry, of: entry.folder) }
  }

  /// Notes what the proposal of a folder is now; nil where the folder is gone.
  mutating func note(_ entry: ProposalEntry?, of folder: String) {
    days[folder] = entry.flatMap { entry in
      entry.state?.accepted.map { (entry.number, $0.date) }
    }
  }

  /// The latest one, without those that were yet to come on a day; of several on one day, the one
  /// with the lowest number.
  func latest(asOf own: CalendarDate) -> (number: Int, day: CalendarDate)? {
    days.values.lazy.filter { !$0.day.isBeyond(own) }
      .max { $0.day < $1.day || $0.day == $1.day && $0.number > $1.number }
  }
}
