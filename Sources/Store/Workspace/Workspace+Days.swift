package import Diagnostics
import PortfolioModel

/// Refusals to write days in the future into files (design section 4, *Days*).
extension Workspace {
  /// Refuses to write anything as of a day that is in the future by the clock.
  package func refuseDayAhead(ofClock surroundings: Surroundings) throws(Refusal) {
    let clock = surroundings.clock
    guard surroundings.today.isBeyond(clock) else { return }
    throw Refusal(
      .refused,
      "\(surroundings.today) is yet to come, and nothing can be dated in the future: today is "
        + "\(clock) here",
      help: ["leave out \(flag: .asOf), or give a day up to \(clock)"])
  }

  /// Refuses to write a day into a file that is after the day of the commit that will hold it.
  package func refuseDayAhead(ofCommit surroundings: Surroundings) throws(Refusal) {
    guard isInRepository else { return }
    let day = try committer(surroundings).day
    guard surroundings.today.isBeyond(day) else { return }
    throw Refusal(
      .refused,
      "\(surroundings.today) is after the day of the commit, \(day), and what is dated after its "
        + "commit doesn't count",
      help: ["do it as of that day: \(option: .asOf, day.description)"])
  }

  /// The committer of a commit now.
  package func committer(_ surroundings: Surroundings) throws(Refusal) -> Identity {
    let (committer, clock) = (try identity(.committer, surroundings), surroundings.clock)
    guard committer.day.isBeyond(clock) else { return committer }
    throw Refusal(
      .refused,
      "a commit would be dated \(committer.day), which is yet to come: today is \(clock) here",
      help: ["set GIT_COMMITTER_DATE right, or leave it unset"])
  }
}
