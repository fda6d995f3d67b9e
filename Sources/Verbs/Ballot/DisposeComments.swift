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

    package init(
      _ answer: Disposition.Answer?, because: String?, sameAs: Comment.ID?,
      agreed: Disposition.Agreement?
    ) {
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

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> BallotOutcome {
    let desk = BallotDesk(id: id, surroundings: surroundings)
    return try desk.step(in: workspace) { ground throws(Refusal) in
      let (entry, _) = try ground.ballot()
      try entry.refuse(unless: .resolving)
      try refuseUnknown(entry)
      let answer = try answered(entry)
      var dispositions = entry.dispositions
      for comment in comments {
        let new = Disposition(
          of: comment, answer.answer, because: answer.because, sameAs: request.sameAs,
          agreed: answer.agreed)
        var own = (dispositions[comment.body] ?? []).filter { $0.comment != comment }
        own.append(new)
        dispositions[comment.body] = own.sorted { $0.comment < $1.comment }
      }
      let bodies = Set(comments.map(\.body)).sorted()
      let files = bodies.map { body in
        (
          path: Layout.path(of: .dispositions(body: body.text), of: id),
          text: String?.some(
            BallotFiles.dispositions(dispositions[body] ?? [], entry.negatives[body] ?? []))
        )
      }
      let written = try desk.save(files, .dispose(comments), over: ground, in: workspace)
      return BallotOutcome(
        ballot: id, sentences: sentences(answer, dispositions, entry), written: written)
    }
  }

  private func sentences(
    _ answer: Disposition, _ dispositions: [Identifier: [Disposition]], _ entry: BallotEntry
  ) -> [Hint] {
    let names = comments.map(\.description).conjunction
    let verb = comments.count == 1 ? "is" : "are"
    let agreed = answer.agreed.map { ", agreed: \($0.phrase)." } ?? ", proposed."
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
    let known = entry.comments.map(\.id)
    let names = known.map(\.description)
    for comment in comments + [request.sameAs].compactMap({ $0 }) where !known.contains(comment) {
      throw Refusal(
        .noInput, "there is no comment '\(comment)' in ballot '\(id)'",
        help: [
          names.isEmpty
            ? "there are no comments"
            : Nearest.match(for: comment.description, in: names).map { "did you mean '\($0)'?" }
              ?? "the comments are: \(names.listed)"
        ])
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
