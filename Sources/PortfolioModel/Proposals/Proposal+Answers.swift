extension Proposal {
  /// The comments of a ballot that the proposal answers.
  package func answers(to ballot: Identifier) -> [Comment.ID] {
    fields.list("answers").compactMap(\.fields).compactMap { answer in
      answer.text("ballot") == ballot.text ? answer.text("comment").flatMap { Comment.ID($0) } : nil
    }
  }

  /// What differs from an earlier text of the proposal beyond words: what an editorial proposal may
  /// not change. Empty where title, rationale, evidence, answers or prose differ alone.
  ///
  /// - Parameter words: Says where a subject differs: by ids and paths where it is not given.
  package func substance(
    since earlier: Proposal,
    _ words: (_ subject: SubjectID, _ field: String) -> String = { "\($0.id) \($1)" }
  ) -> [String] {
    let heads = ["nature", "proposer", "created", "after"].filter {
      fields[$0] != earlier.fields[$0]
    }
    let (old, new) = (earlier.changes, changes)
    let subjects = Set((old + new).map(\.subject)).sorted()
    let substance = subjects.flatMap { subject in
      let before = old.filter { $0.subject == subject }
      let after = new.filter { $0.subject == subject }
      return Change.substance(from: before, to: after).map { words(subject, $0) }
    }
    return heads + substance
  }
}

extension Change {
  /// What differs beyond words between the changes of one subject in two texts.
  fileprivate static func substance(from old: [Change], to new: [Change]) -> [String] {
    guard old.map(\.fields) != new.map(\.fields) else { return [] }
    guard old.count == 1, new.count == 1 else {
      return (old + new).flatMap(\.substanceAlone).unique
    }
    let (before, after) = (old[0], new[0])
    var rest: [String] = []
    if before.place != after.place { rest.append("place") }
    if before.continues != after.continues { rest.append("continues") }
    if before.exception != after.exception { rest.append("exception") }
    guard let fields = FieldChange.differing(before.action, after.action) else {
      return (before.substanceAlone + after.substanceAlone).unique
    }
    let touched = fields.isEmpty ? [] : Change(after.subject, .set(fields)).beyondEditorial
    return rest + touched.unique
  }

  /// What the change touches beyond words, or its verb where it stands in another's place.
  private var substanceAlone: [String] {
    let touched = beyondEditorial
    return touched.isEmpty && (place != nil || exception != nil) ? ["place"] : touched
  }
}

extension FieldChange {
  /// The fields in which two changes differ, each as a change; nil where their verbs do.
  fileprivate static func differing(_ old: Change.Action, _ new: Change.Action) -> [FieldChange]? {
    switch (old, new) {
    case (.set(let before), .set(let after)):
      return before.filter { !after.contains($0) } + after.filter { !before.contains($0) }
    case (.add(let before), .add(let after)):
      let names = (before.entries + after.entries).map(\.name).unique
      return names.filter { before[$0] != after[$0] }.map {
        FieldChange($0, from: before[$0], to: after[$0])
      }
    default: return nil
    }
  }
}

extension [String] {
  /// The texts without repetitions, in their order.
  fileprivate var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
