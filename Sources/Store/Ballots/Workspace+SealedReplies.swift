package import Diagnostics
package import PortfolioModel
import Records

/// Replies to ballots, which are sealed until voting ends.
extension Workspace {
  /// The replies of a body that are sealed here, in the order in which they came; none where there
  /// are none.
  package func sealedReplies(
    of body: Identifier, to ballot: Identifier
  ) throws(Refusal) -> [Reply] {
    try sealed(at: .replies(of: body, to: ballot)).map(Reply.all) ?? []
  }

  /// Seals the replies of a body, in the place of those that are sealed already.
  package func seal(
    _ replies: [Reply], of body: Identifier, to ballot: Identifier
  ) throws(Refusal) {
    try seal(BallotFiles.replies(replies), at: .replies(of: body, to: ballot))
  }

  /// Removes the sealed replies of some bodies, once they are shared.
  package func removeSealed(of bodies: [Identifier], to ballot: Identifier) throws(Refusal) {
    try removeSealed(at: bodies.map { .replies(of: $0, to: ballot) })
  }

  /// Writes a reply to a folder too, so that it is not lost with this machine.
  package func keep(
    _ reply: Reply, of body: Identifier, to ballot: Identifier, in folder: String
  ) throws(Refusal) {
    try keep(
      BallotFiles.replies([reply]), of: .replies(of: body, to: ballot), salt: reply.salt,
      in: folder)
  }

  /// The replies that a folder keeps of a body.
  package func keptReplies(
    of body: Identifier, to ballot: Identifier, in folder: String
  ) throws(Refusal) -> [Reply] {
    try kept(of: .replies(of: body, to: ballot), in: folder).flatMap(Reply.all)
  }
}
