import Diagnostics
import PortfolioModel
import Records
import Store

/// Where chair and secretary take the steps of a ballot or a survey: what all these steps have in common.
struct OfficersDesk {
  /// "ballot" or "survey".
  let what: String
  let id: Identifier
  /// The start of the paths of its files.
  let folder: String
  let surroundings: Surroundings

  /// Takes a step on what is saved, while the tool's lock is held.
  func step<Outcome>(
    in workspace: borrowing Workspace,
    _ work: (Snapshot, Portfolio, Person) throws(Refusal) -> Outcome
  ) throws(Refusal) -> Outcome {
    try workspace.locked(what, surroundings) { () throws(Refusal) -> Outcome in
      guard workspace.isInRepository else {
        throw Refusal(
          .refused, "a \(what) needs a history that proves it, and there is no git repository here",
          help: ["\(gitLine: .initialize)"])
      }
      try workspace.refuseUncommittable(surroundings)
      try workspace.refuseDayAhead(ofCommit: surroundings)
      let snapshot = try workspace.snapshot(.revision("HEAD"))
      try refuseEdits(snapshot, in: workspace)
      let person = try workspace.identity(.author, surroundings).person
      return try work(snapshot, try snapshot.readable(), person)
    }
  }

  /// Refuses where its files differ from what is saved: a step would build on others.
  private func refuseEdits(
    _ saved: Snapshot, in workspace: borrowing Workspace
  ) throws(Refusal) {
    let changed = try workspace.edited(below: folder, since: saved)
    guard changed.isEmpty else {
      throw Refusal(
        .refused,
        "files of \(what) '\(id)' were edited, and only verbs write them: \(changed.listed)",
        help: ["put them back: \(gitLine: .restore(changed.map { saved.files.prefix + $0 }))"])
    }
  }

  /// Only the committee's chair and secretary take its steps.
  ///
  /// - Parameter things: What they run: "ballots".
  static func refuseOthers(
    _ person: Person, _ committee: Committee, on day: CalendarDate, run things: String
  ) throws(Refusal) {
    let officers = committee.members(as: MemberRole.officers, on: day)
    guard !officers.include(address: person.key) else { return }
    throw Refusal(
      .refused, "\(person) is neither chair nor secretary, who alone run \(things)",
      help: [
        officers.isEmpty
          ? "committee.yml lists neither on \(day)"
          : "these do: \(officers.map(\.id.text).conjunction)"
      ])
  }
}
