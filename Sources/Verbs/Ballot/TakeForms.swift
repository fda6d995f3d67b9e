package import Diagnostics
import Exchange
import Files
import Forms
package import PortfolioModel
import Records
package import Store

/// Takes the forms that bodies sent back: seals what they say here, keeps them as they came, and
/// shares a receipt for each body.
package struct TakeForms: Sendable {
  package let id: Identifier
  /// The paths of the forms.
  package let files: [String]
  /// The member who answers; nil where the forms name their bodies.
  package let voter: Identifier?
  package let body: Identifier?
  /// What the member says besides: votes by proposal, the key nil on everything that is asked.
  package let votes: [Int?: Vote]
  package let comments: [Comment]
  package let keeping: String?
  /// Makes random digits.
  package let salt: @Sendable () -> String
  package let surroundings: Surroundings

  /// - Parameter words: Who answers, and what that member says besides the forms.
  package init(
    _ id: Identifier, _ files: [String], by words: ReplyWords?, of body: Identifier?,
    keeping: String?, salt: @escaping @Sendable () -> String, _ surroundings: Surroundings
  ) {
    (self.id, self.files, self.voter, self.body) = (id, files, words?.voter, body)
    (self.votes, self.comments) = (words?.votes ?? [:], words?.comments ?? [])
    (self.keeping, self.salt, self.surroundings) = (keeping, salt, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> DeskOutcome {
    let originals = try files.map { path throws(Refusal) in try FormFile(reading: path) }
    let desk = BallotDesk(id: id, surroundings: surroundings)
    return try desk.step(in: workspace) { ground throws(Refusal) in
      let (entry, ballot) = try ground.ballot()
      let sealing = ReplySealing(
        id: id, ballot: ballot, entry: entry, keeping: keeping, surroundings: surroundings)
      try sealing.refuseFolder(in: workspace)
      try refuseLate(sealing, originals, in: workspace)
      let given = try answered(ballot, sealing)
      let (forms, refused) = read(originals, ballot)
      if forms.isEmpty, let refusal = Refusal(all: refused) { throw refusal }
      var collected = CollectedReplies(to: ballot, of: given)
      if let given, !votes.isEmpty || !comments.isEmpty {
        try sealing.refuseOthers(votes, comments)
        collected.add(try sealing.answers(votes, of: given), comments, of: given)
      }
      collected.add(forms)
      var findings = refused.map(\.message) + collected.findings.map(\.description)
      guard !collected.parts.isEmpty else {
        throw Refusal(
          .data, "nothing was taken: the forms hold no vote and no comment that can be taken",
          details: findings)
      }
      var new: [(body: Committee.Body, reply: Reply, sealed: [Reply])] = []
      var same: [(body: Committee.Body, sealed: [Reply])] = []
      for body in ballot.bodies {
        guard let part = collected.parts[body.id] else { continue }
        let (sealed, isLast) = try sealing.sealed(of: body, in: workspace)
        let last = isLast ? sealed.last : nil
        let reply = reply(of: body, part, after: last)
        findings += otherwise(part, than: last, body)
        if let last, last.isSame(as: reply) {
          same.append((body, sealed))
        } else {
          try sealing.refuseUnreadable(sealed + [reply], of: body)
          new.append((body, reply, sealed))
        }
      }
      try keep(originals, in: workspace)
      var known: [Hint] = []
      for item in same { known += try sealing.keepKnown(item.sealed, of: item.body, in: workspace) }
      for item in new {
        try sealing.seal(item.reply, after: item.sealed, of: item.body, in: workspace)
      }
      let written =
        new.isEmpty
        ? nil
        : try desk.save(
          new.map { sealing.receipts($0.reply, of: $0.body) }, .receipt(new.map(\.body.id)),
          over: ground, in: workspace)
      let said = new.flatMap { item in
        sealing.sentences(item.reply, item.body) + [counts(item.reply)]
      }
      return DeskOutcome(
        said + known + (new.isEmpty ? [] : sealing.warning),
        findings: findings + forms.flatMap(\.notes).map(\.description), written: written)
    }
  }

  /// The questions on which a body has voted otherwise before.
  private func otherwise(
    _ part: CollectedReplies.Part, than last: Reply?, _ body: Committee.Body
  ) -> [String] {
    part.votes.sorted { ($0.key ?? 0) < ($1.key ?? 0) }.compactMap { question, vote in
      guard let before = last?.votes[question], before != vote else { return nil }
      let what = question.map { " on \(Proposal.label($0))" } ?? ""
      return "\(body.name) has answered otherwise before\(what): \(before.rawValue); what came now "
        + "stands in its place"
    }
  }

  /// "1 vote, 2 comments."
  private func counts(_ reply: Reply) -> Hint {
    "\(reply.votes.count.counted("vote")), \(reply.comments.count.counted("comment"))."
  }

  /// Late forms are kept, and never counted.
  private func refuseLate(
    _ sealing: ReplySealing, _ originals: [FormFile], in workspace: borrowing Workspace
  ) throws(Refusal) {
    do throws(Refusal) {
      try sealing.entry.refuse(unless: .voting)
      try sealing.refuseOtherDays(in: workspace)
    } catch {
      guard sealing.entry.state != .voting || sealing.ballot.closes < surroundings.today else {
        throw error
      }
      try keep(originals, isLate: true, in: workspace)
      throw Refusal(
        error.kind, error.message,
        details: surroundings.rehearses
          ? [] : ["the forms are kept on this machine, and are not counted"], help: error.help)
    }
  }

  private func keep(
    _ originals: [FormFile], isLate: Bool = false, in workspace: borrowing Workspace
  ) throws(Refusal) {
    guard !surroundings.rehearses else { return }
    for file in originals {
      try workspace.keep(
        file.bytes, named: file.name, of: id, for: .ballots, in: keeping, isLate: isLate)
    }
  }

  private func answered(
    _ ballot: Ballot, _ sealing: ReplySealing
  ) throws(Refusal) -> Committee.Body? {
    guard let voter else {
      guard let body else { return nil }
      guard let known = ballot.body(body) else {
        throw Refusal(
          .noInput, "'\(body)' is no body of ballot '\(id)'",
          help: ["its bodies are: \(ballot.bodies.map(\.id.text).listed)"])
      }
      return known
    }
    return try sealing.body(answeredBy: voter, body)
  }

  /// The forms that can be read, and why others can't.
  private func read(
    _ originals: [FormFile], _ ballot: Ballot
  ) -> (forms: [ReturnedForm], refused: [Refusal]) {
    var (forms, refused): ([ReturnedForm], [Refusal]) = ([], [])
    for file in originals {
      do throws(FormProblem) {
        forms.append(try ReturnedForm(reading: file.bytes, file: file.name, for: ballot))
      } catch {
        refused.append(
          Refusal(
            .data, "\(error.description): the form was not taken",
            help: ["the forms of this ballot: \(line: .ballot(.package(id.text)))"]))
      }
    }
    return (forms, refused)
  }

  /// What a body answers with its new forms: those of the other kind that came before still stand.
  private func reply(
    of body: Committee.Body, _ part: CollectedReplies.Part, after last: Reply?
  ) -> Reply {
    let earlier = last?.comments ?? []
    let reasons =
      part.kinds.contains(.votes) ? part.reasons : earlier.filter { !$0.isFromCommentForm }
    let comments =
      part.kinds.contains(.comments) ? part.comments : earlier.filter(\.isFromCommentForm)
    return Reply(
      salt: salt(), voter: voter ?? body.voter,
      votes: (last?.votes ?? [:]).merging(part.votes) { $1 }, comments: comments + reasons)
  }
}

extension Comment {
  /// Whether it names a place, as rows of the comment form do.
  fileprivate var isFromCommentForm: Bool {
    about != nil || line != nil || clause != nil || paragraph != nil || change != nil
      || proposal == nil
  }
}
