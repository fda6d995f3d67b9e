package import Diagnostics
import Exchange
import Forms
package import PortfolioModel
import Records
package import Store

/// Records the answers that stand in the last column of the comment form.
package struct DisposeByForm: Sendable {
  package let id: Identifier
  /// The path of the form.
  package let file: String
  /// The meeting that agreed, where the cells name none.
  package let agreed: Disposition.Agreement?
  package let surroundings: Surroundings

  package init(
    _ id: Identifier, _ file: String, agreed: Disposition.Agreement?, _ surroundings: Surroundings
  ) {
    (self.id, self.file, self.agreed) = (id, file, agreed)
    self.surroundings = surroundings
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> DeskOutcome {
    let original = try FormFile(reading: file)
    let desk = BallotDesk(id: id, surroundings: surroundings)
    return try desk.step(in: workspace) { ground throws(Refusal) in
      let (entry, ballot) = try ground.ballot()
      try entry.refuse(unless: .resolving)
      let today = surroundings.day(in: ballot.zone)
      try agreed?.refuseAhead(of: today)
      let sheet = try sheet(original)
      let reader = AnsweredRows(sheet.rows, of: entry, agreed: agreed, today: today)
      let new = reader.answers.values.filter {
        entry.disposition(of: $0.comment)?.isSame(as: $0) != true
      }.sorted { $0.comment < $1.comment }
      let agreed = new.filter { entry.disposition(of: $0.comment)?.agreed != nil }
      let changed = new.filter { entry.disposition(of: $0.comment)?.agreed == nil }
      let notes =
        reader.findings.map(\.description) + agreed.map { reopening($0, entry) }
        + sheet.remarks.map(\.description)
      guard !changed.isEmpty else {
        return DeskOutcome(
          [
            reader.answers.isEmpty
              ? "No answer was taken." : "All of these answers stand already."
          ], findings: notes, written: nil)
      }
      let written = try desk.save(
        files(changed, entry), .dispose(changed.map(\.comment)), over: ground, in: workspace)
      return DeskOutcome(sentences(changed, entry), findings: notes, written: written)
    }
  }

  /// An answer that was agreed is changed by itself, with a reason.
  private func reopening(_ new: Disposition, _ entry: BallotEntry) -> String {
    let known = entry.disposition(of: new.comment)?.answer.phrase ?? ""
    return "the answer to '\(new.comment)' is agreed (\(known)) and was not changed"
  }

  private func sheet(_ file: FormFile) throws(Refusal) -> Sheet<CommentForm.Column> {
    do throws(FormProblem) {
      return try Sheet(
        reading: file.bytes, file: file.name, expecting: CommentForm.answeredColumns)
    } catch {
      throw Refusal(
        .data, error.description,
        help: ["the form with the comments: \(line: .ballot(.comments(id.text)))"])
    }
  }

  private func files(
    _ changed: [Disposition], _ entry: BallotEntry
  ) -> [(path: String, text: String?)] {
    Dictionary(grouping: changed, by: \.comment.body).sorted { $0.key < $1.key }.map { body, new in
      (
        Layout.path(of: .dispositions(body: body.text), of: id),
        BallotFiles.dispositions(
          (entry.dispositions[body] ?? []) + new, entry.negatives[body] ?? [],
          entry.satisfactions[body] ?? [])
      )
    }
  }

  private func sentences(_ changed: [Disposition], _ entry: BallotEntry) -> [Hint] {
    let answered = Dictionary(changed.map { ($0.comment, $0) }) { $1 }
    let open = entry.comments.filter { item in
      (answered[item.id] ?? entry.disposition(of: item.id))?.agreed == nil
    }
    let counts = Disposition.Answer.allCases.compactMap { answer -> String? in
      let number = changed.count { $0.answer == answer }
      return number == 0 ? nil : "\(number) \(answer.phrase)"
    }
    return [
      "\(changed.count.counted("answer")) taken: \(counts.listed).",
      open.isEmpty
        ? "Every comment has an agreed answer."
        : "\(open.count.counted("comment")) \(open.count == 1 ? "has" : "have") no agreed answer yet: "
          + "\(open.map(\.id.description).listed).",
    ]
  }
}
