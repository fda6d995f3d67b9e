/// What a body answered: its votes and comments, with the salt of its receipt's digest.
package struct Reply: Hashable, Sendable {
  /// Random, so that a digest can't be compared with those of all likely votes.
  package let salt: String
  /// The member who answered for the body.
  package let voter: Identifier
  /// The votes by the number of the proposal; the key nil is a vote on the whole ballot.
  package let votes: [Int?: Vote]
  package let comments: [Comment]

  package init(salt: String, voter: Identifier, votes: [Int?: Vote], comments: [Comment]) {
    (self.salt, self.voter) = (salt, voter)
    (self.votes, self.comments) = (votes, comments)
  }

  init?(_ fields: Fields) {
    guard let salt = fields.text("salt"), let voter = fields.text("voter").flatMap(Identifier.init)
    else { return nil }
    var votes: [Int?: Vote] = [:]
    for item in fields.list("votes").compactMap(\.fields) {
      guard let vote = item.text("vote").flatMap(Vote.init),
        votes.updateValue(vote, forKey: item.integer("proposal")) == nil
      else { return nil }
    }
    self.init(
      salt: salt, voter: voter, votes: votes,
      comments: fields.list("comments").compactMap { $0.fields.flatMap(Comment.init) })
  }

  /// The replies of a file.
  package static func all(in fields: Fields) -> [Reply] {
    fields.list("replies").compactMap { $0.fields.flatMap(Reply.init) }
  }

  package var fields: Fields {
    var fields = Fields([
      Fields.Entry("salt", .text(salt)), Fields.Entry("voter", .text(voter.text)),
    ])
    let order = votes.keys.sorted { ($0 ?? 0) < ($1 ?? 0) }
    let items = order.map { number -> FieldValue in
      var item = Fields()
      item["proposal"] = number.map { .text(String($0)) }
      item["vote"] = votes[number].map { .text($0.rawValue) }
      return .fields(item)
    }
    if !items.isEmpty { fields["votes"] = .list(items) }
    if !comments.isEmpty { fields["comments"] = .list(comments.map { .fields($0.fields) }) }
    return fields
  }

  /// The vote on a proposal.
  package func vote(on proposal: Int) -> Vote? { votes[proposal] ?? votes[nil] }

  /// Whether a comment gives a technical reason for a negative vote on a proposal.
  package func givesReason(on proposal: Int) -> Bool {
    comments.contains { $0.kind == .technical && ($0.proposal ?? proposal) == proposal }
  }
}
