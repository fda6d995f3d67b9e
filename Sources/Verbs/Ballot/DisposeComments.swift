package import Diagnostics
package import PortfolioModel
import Records
package import Store

/// Records what the committee answers to comments.
package struct DisposeComments: Sendable {
  /// What is answered.
  package struct Request: Sendable {
    /// Nil where the answer is that of another comment.
    package let answer: Disposition.Answer?
    package let because: String?
    package let sameAs: Comment.ID?
    /// Without it the answer is proposed, and does not count yet.
    package let agreed: Disposition.Agreement?
    /// Why an answer that was agreed is changed.
    package let reopened: String?

    package init(
      _ answer: Disposition.Answer?, because: String?, sameAs: Comment.ID?,
      agreed: Disposition.Agreement?, reopened: String? = nil
    ) {
      self.reopened = reopened
      (self.answer, self.because) = (answer, because)
      (self.sameAs, self.agreed) = (sameAs, agreed)
    }
  }

  package let id: Identifier
  package let comments: [Comment.ID]
  package let request: Request
  package let surroundings: Surroundings

  package init(
    _ id: Identifier, _ comments: [Comment.ID], _ request: Request, _ surroundings: Surroundings
  ) {
    (self.id, self.comments) = (id, comments)
    (self.request, self.surroundings) = (request, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> DeskOutcome {
    let desk = BallotDesk(id: id, surroundings: surroundings)
    return try desk.step(in: workspace) { ground throws(Refusal) in
      let (entry, ballot) = try ground.ballot()
      try entry.refuse(unless: .resolving)
      try request.agreed?.refuseAhead(of: surroundings.day(in: ballot.zone))
      try refuseUnknown(entry)
      let answer = try answered(entry)
      let added = comments.map { comment in
        let isAgreed = entry.disposition(of: comment)?.agreed != nil
        return Disposition(
          of: comment, answer.answer, because: answer.because, sameAs: request.sameAs,
          agreed: answer.agreed, reopened: isAgreed ? request.reopened : nil)
      }.filter { entry.disposition(of: $0.comment)?.isSame(as: $0) != true }
      guard !added.isEmpty else {
        return DeskOutcome(
          ["\(comments.map(\.description).conjunction) has just that answer already."],
          written: nil)
      }
      try refuseAgreed(added, entry)
      // What was answered before stays on record; the newest answer counts.
      var dispositions = entry.dispositions
      for new in added { dispositions[new.comment.body, default: []].append(new) }
      let bodies = Set(added.map(\.comment.body)).sorted()
      let files = bodies.map { body in
        (
          path: Layout.path(of: .dispositions(body: body.text), of: id),
          text: String?.some(
            BallotFiles.dispositions(
              dispositions[body] ?? [], entry.negatives[body] ?? [],
              entry.satisfactions[body] ?? []))
        )
      }
      let written = try desk.save(files, .dispose(comments), over: ground, in: workspace)
      return DeskOutcome(sentences(answer, dispositions, entry), written: written)
    }
  }

  /// An answer that was agreed is changed only with a reason.
  private func refuseAgreed(
    _ added: [Disposition], _ entry: BallotEntry
  ) throws(Refusal) {
    if let reopened = request.reopened, reopened.isBlank {
      throw Refusal.empty("the reason", .reopened)
    }
    guard request.reopened == nil else { return }
    let agreed = added.compactMap { entry.disposition(of: $0.comment) }.filter { $0.agreed != nil }
    if let refusal = Refusal(
      all: agreed.map { known in
        Refusal(
          .refused,
          "the answer to '\(known.comment)' is agreed: \(known.answer.phrase), "
            + "\(known.agreed?.phrase ?? "")", help: ["say why it changes: \(option: .reopened)"])
      })
    {
      throw refusal
    }
  }

  private func sentences(
    _ answer: Disposition, _ dispositions: [Identifier: [Disposition]], _ entry: BallotEntry
  ) -> [Hint] {
    let names = comments.map(\.description).conjunction
    let verb = comments.count == 1 ? "is" : "are"
    let agreed =
      answer.agreed.map { ", agreed: \($0.phrase)." } ?? "; that is proposed, and not agreed yet."
    let open = entry.comments.filter { comment in
      dispositions[comment.id.body]?.last { $0.comment == comment.id }?.agreed == nil
    }
    return [
      "\(names) \(verb) \(answer.answer.phrase)\(agreed)",
      open.isEmpty
        ? "Every comment has an agreed answer."
        : "\(open.count.counted("comment")) \(open.count == 1 ? "has" : "have") no agreed answer yet: "
          + "\(open.map(\.id.description).listed).",
    ]
  }

  private func refuseUnknown(_ entry: BallotEntry) throws(Refusal) {
    for comment in comments + [request.sameAs].compactMap({ $0 }) {
      try entry.refuseUnknown(comment)
    }
    guard let other = request.sameAs, comments.contains(other) else { return }
    throw Refusal(
      .usage, "comment '\(other)' can't be answered as it is itself",
      help: ["name another comment: \(option: .sameAs)"])
  }

  /// The answer, which may be that of a comment that says the same.
  private func answered(_ entry: BallotEntry) throws(Refusal) -> Disposition {
    guard let first = comments.first else {
      throw Refusal(.usage, "no comment is named", help: ["name some, such as 'de-3'"])
    }
    if let other = request.sameAs {
      guard let known = entry.disposition(of: other) else {
        throw Refusal(
          .refused, "comment '\(other)' has no answer yet",
          help: ["answer it first: \(line: .ballot(.dispose(id.text, comment: "\(other)")))"])
      }
      return Disposition(
        of: first, request.answer ?? known.answer, because: request.because ?? known.because,
        agreed: request.agreed ?? known.agreed)
    }
    guard let answer = request.answer else {
      throw Refusal(
        .usage, "no answer is given",
        help: ["the answers are: \(Vocabulary.answer.words.listed)"])
    }
    guard !answer.needsReason || request.because?.isBlank == false else {
      throw Refusal(
        .usage, "'\(answer.rawValue)' needs a reason", help: ["say it: \(option: .because)"])
    }
    if let because = request.because,
      let problem = FieldKind.line.textProblems(in: because, at: .root).first
    {
      throw Refusal(.usage, "the reason: \(problem.message)", help: problem.help)
    }
    return Disposition(of: first, answer, because: request.because, agreed: request.agreed)
  }
}

extension Disposition {
  /// Whether both say the same.
  func isSame(as other: Disposition) -> Bool {
    answer == other.answer && because == other.because && sameAs == other.sameAs
      && agreed == other.agreed
  }
}
