package import Diagnostics
import PortfolioModel

/// Nothing is written of a day that is yet to come (design section 4, *Days*).
extension Workspace {
  /// Refuses to write anything as of a day that the clock has not come to.
  package func refuseDayAhead(ofClock surroundings: Surroundings) throws(Refusal) {
    let clock = surroundings.clock
    guard surroundings.today.isBeyond(clock) else { return }
    throw Refusal(
      .refused,
      "\(surroundings.today) is yet to come, and nothing is written of such a day: it is \(clock) "
        + "here",
      help: ["leave out \(flag: .asOf), or give a day up to \(clock)"])
  }

  /// Refuses to write down a day that whoever commits the file would call a day to come.
  package func refuseDayAhead(ofCommit surroundings: Surroundings) throws(Refusal) {
    guard isInRepository else { return }
    let day = try committer(surroundings).day
    guard surroundings.today.isBeyond(day) else { return }
    throw Refusal(
      .refused,
      "\(surroundings.today) is yet to come, and what is of such a day counts for nothing: a commit "
        + "would be of \(day)",
      help: ["do it as of that day: \(option: .asOf, day.description)"])
  }

  /// Who makes a commit, on a day that the clock has come to.
  package func committer(_ surroundings: Surroundings) throws(Refusal) -> Identity {
    let (committer, clock) = (try identity(.committer, surroundings), surroundings.clock)
    guard committer.day.isBeyond(clock) else { return committer }
    throw Refusal(
      .refused,
      "a commit would be of \(committer.day), which is yet to come: it is \(clock) here",
      help: ["set GIT_COMMITTER_DATE right, or leave it unset"])
  }
}
