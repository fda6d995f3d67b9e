package import PortfolioModel

/// The text of a body's reply, as it is sealed while voting and proved by its receipt.
package enum SealedReply {
  /// The text that the digest is of: whose reply it is to which ballot, then the reply itself.
  package static func text(_ reply: Reply, of body: Identifier, to ballot: Identifier) -> String {
    "reply\nballot: \(ballot)\nbody: \(body)\n" + CanonicalText.of(reply.fields, .reply)
  }

  /// The SHA-256 of that text.
  package static func digest(
    _ reply: Reply, of body: Identifier, to ballot: Identifier
  ) -> String {
    SHA256.hex(of: Array(text(reply, of: body, to: ballot).utf8))
  }
}

extension Snapshot {
  /// The findings on all ballots.
  package var ballotFindings: [Finding] {
    ballots.flatMap { entry in
      BallotCheck(entry, proposals) { reply, body in
        SealedReply.digest(reply, of: body, to: entry.id)
      }.findings()
    }
  }

  /// The ballot with an id.
  package func ballot(_ id: Identifier) -> BallotEntry? { ballots.first { $0.id == id } }
}
