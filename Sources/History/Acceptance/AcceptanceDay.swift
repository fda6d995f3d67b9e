import Diagnostics
import PortfolioModel

/// The days on which a proposal can be accepted (design section 4, *Days*).
///
/// A proposal is accepted on the day of the accepting commit. That day is not before the proposal
/// was written, reviewed and settled, nor before the commits that brought these files, nor before
/// the parent commit. It decides who is on the committee. A commit's day is that of its committer
/// date, with a tolerance of one day.
struct AcceptanceDay {
  private struct Bound {
    let day: CalendarDate
    /// The reason as a clause that names the day.
    let why: String
    /// Whether it is the day of a commit.
    var isCommit = true

    func excludes(_ other: CalendarDate) -> Bool {
      isCommit ? day.isBeyond(other) : other < day
    }
  }

  /// The day of the commit that accepts the proposal.
  private let own: CalendarDate
  /// The day of its first parent.
  private let parent: CalendarDate?
  private var bounds: [Bound] = []

  init(after parent: CalendarDate?, own: CalendarDate) {
    self.parent = parent
    self.own = own
    if let parent {
      bounds.append(Bound(day: parent, why: "the commit before it is dated \(parent)"))
    }
  }

  /// Adds a day that a file gives. A day that was in the future when the file was committed is
  /// ignored.
  mutating func add(_ day: CalendarDate, brought: CalendarDate?, _ what: String) {
    guard brought.map({ !day.isBeyond($0) }) ?? true else { return }
    bounds.append(Bound(day: day, why: "\(what) on \(day)", isCommit: false))
  }

  /// Adds the day of the commit that brought something.
  mutating func add(commitOf what: String, _ day: CalendarDate?) {
    guard let day else { return }
    bounds.append(Bound(day: day, why: "the commit that brought \(what) is dated \(day)"))
  }

  /// The reason why the proposal can't be accepted on a day, as a clause, and what to type; nil
  /// where it can.
  func obstacle(to day: CalendarDate) -> (why: String, help: [Hint])? {
    if let latest = bounds.filter({ $0.excludes(day) }).max(by: { $0.day < $1.day }) {
      let help: Hint = "accept it on that day or later: \(option: .asOf, latest.day.description)"
      return (latest.why, [help] + (latest.day.isBeyond(own) ? late(latest) : []))
    }
    guard !day.isNear(own) else { return nil }
    return (
      "the commit that accepts it is dated \(own)",
      [
        "accept it on that day: \(option: .asOf, own.description)",
        "another day is that of GIT_COMMITTER_DATE",
      ]
    )
  }

  /// The help where the accepting commit would be dated before one of the bounds.
  private func late(_ bound: Bound) -> [Hint] {
    let clock: Hint = "the commit would be of \(own): set the clock, or GIT_COMMITTER_DATE, right"
    return bound.isCommit && bound.day == parent
      ? [
        clock,
        "if the date before is wrong, put a commit of today on top: "
          + "\(git: .emptyCommit)",
      ] : [clock]
  }
}
