import Diagnostics
package import PortfolioModel
import Records
package import Store

extension ReadBallot {
  /// The proposals of the present round on which replies hold no vote, by body.
  ///
  /// What a reply holds is sealed: it is known only of replies that are sealed in this repository.
  package func unvoted(in workspace: borrowing Workspace) -> [Identifier: [Int]] {
    guard entry.state == .voting, workspace.isInRepository else { return [:] }
    var unvoted: [Identifier: [Int]] = [:]
    for body in ballot.votingBodies {
      guard let receipt = entry.heldReceipts(of: body.id).last,
        receipt.round == ballot.round.number,
        let reply = reply(of: receipt, body, in: workspace)
      else { continue }
      let missing = ballot.round.items.map(\.number).filter { reply.vote(on: $0) == nil }
      if !missing.isEmpty { unvoted[body.id] = missing }
    }
    return unvoted
  }

  /// The bodies whose last reply of the present round is sealed in this repository; nil where nobody

  /// The bodies whose last reply is sealed in this repository; nil where nobody votes now.
  package func sealed(in workspace: borrowing Workspace) -> Set<Identifier>? {
    guard entry.state == .voting, workspace.isInRepository else { return nil }
    var sealed: Set<Identifier> = []
    for body in ballot.bodies {
      guard let receipt = entry.heldReceipts(of: body.id).last,
        reply(of: receipt, body, in: workspace) != nil
      else { continue }
      sealed.insert(body.id)
    }
    return sealed
  }

  /// The reply that a receipt is of; nil where it can't be read here.
  private func reply(
    of receipt: Receipt, _ body: Committee.Body, in workspace: borrowing Workspace
  ) -> Reply? {
    do throws(Refusal) {
      return try workspace.sealedReplies(of: body.id, to: entry.id).last { reply in
        SealedReply.digest(reply, of: body.id, to: entry.id).hasSameBytes(as: receipt.digest)
      }
    } catch {
      return nil
    }
  }
}
