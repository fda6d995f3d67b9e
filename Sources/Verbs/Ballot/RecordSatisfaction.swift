package import Diagnostics
package import PortfolioModel
import Records
package import Store

/// Records whether a commenter is satisfied with an answer, with the commenter's message on file.
package struct RecordSatisfaction: Sendable {
  package let id: Identifier
  package let comment: Comment.ID
  package let word: Satisfaction.Word
  /// The file that holds the message.
  package let message: String
  package let surroundings: Surroundings

  package init(
    _ id: Identifier, of comment: Comment.ID, _ word: Satisfaction.Word, message: String,
    _ surroundings: Surroundings
  ) {
    (self.id, self.comment, self.word) = (id, comment, word)
    (self.message, self.surroundings) = (message, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> DeskOutcome {
    let desk = BallotDesk(id: id, surroundings: surroundings)
    let file = try GivenFile(path: message)
    return try desk.step(in: workspace) { ground throws(Refusal) in
      let (entry, _) = try ground.ballot()
      try entry.refuse(unless: .resolving)
      try entry.refuseUnknown(comment)
      guard entry.disposition(of: comment) != nil else {
        throw Refusal(
          .refused, "comment '\(comment)' has no answer yet",
          help: ["answer it first: \(line: .ballot(.dispose(id.text, comment: "\(comment)")))"])
      }
      let known = entry.satisfactions[comment.body] ?? []
      let original = try free(
        file, after: known.count { $0.comment == comment }, in: workspace)
      if let last = entry.satisfaction(of: comment), last.word == word,
        last.message.content.hasSameBytes(as: original.content)
      {
        return DeskOutcome(["That is recorded just so already."], written: nil)
      }
      let new = Satisfaction(
        of: comment, word, date: surroundings.today, by: ground.person, message: original)
      let body = comment.body
      let text = BallotFiles.dispositions(
        entry.dispositions[body] ?? [], entry.negatives[body] ?? [], known + [new])
      let written = try desk.save(
        [(Layout.path(of: .dispositions(body: body.text), of: id), text)], .satisfied(comment),
        over: ground, in: workspace,
        originals: [(Layout.path(ofOriginal: original.name, of: id), file.bytes)])
      return DeskOutcome([sentence(entry)], written: written)
    }
  }

  /// The message under the next name that no other file has, whoever put that one there.
  private func free(
    _ file: GivenFile, after count: Int, in workspace: borrowing Workspace
  ) throws(Refusal) -> Original {
    var number = count + 1
    while true {
      let original = file.original("\(comment)-message-\(number)")
      guard try workspace.holds(fileAt: Layout.path(ofOriginal: original.name, of: id)) else {
        return original
      }
      number += 1
    }
  }

  private func sentence(_ entry: BallotEntry) -> Hint {
    let name = entry.ballot?.body(comment.body)?.name ?? comment.body.text
    return switch word {
    case .satisfied:
      "\(name) is satisfied with the answer to \(comment); no vote changes by that."
    case .notSatisfied:
      "\(name) is not satisfied with the answer to \(comment); no vote changes by that."
    case .withdrawn: "\(name) has withdrawn \(comment); no vote changes by that."
    }
  }
}
