/// `ballot.yml`: what is voted on and by which rule, frozen when the ballot is opened, and what
/// happened to it since.
package struct Ballot: Hashable, Sendable {
  package enum State: String, Sendable {
    case voting, resolving, closed
  }

  package enum Granularity: String, CaseIterable, Sendable {
    /// A vote on each proposal.
    case each
    /// One vote on all together.
    case package
  }

  /// A proposal as it is voted on.
  package struct Item: Hashable, Sendable {
    package let number: Int
    /// Its content id.
    package let content: String

    package init(_ number: Int, content: String) { (self.number, self.content) = (number, content) }

    package var label: String { Proposal.label(number) }
  }

  package typealias Event = OfficerDeed

  package let id: Identifier
  package let fields: Fields
  package let title: String
  package let opened: CalendarDate
  package let zone: ZoneOffset
  package let voteOn: Granularity
  /// The commit that the proposals were judged on, 40 hexadecimal digits.
  package let base: String
  package let rule: BallotRule
  package let bodies: [Committee.Body]
  /// The changes of the proposals, as the forms name them.
  package let changes: [Change]
  /// What was sent to the voters when voting began; nil where nothing was.
  package let sent: Package?
  /// What was sent when voting was extended, and for later rounds.
  package let sentLater: [LaterPackage]
  /// The rounds of voting, of which there is at least one.
  package let rounds: [Round]
  package let cancelled: Event?

  /// Returns nil where the fields do not meet ``Schema/ballot``.
  package init?(id: Identifier, fields: Fields) {
    guard Schema.ballot.problems(in: fields).isEmpty,
      let opened = fields.text("opened").flatMap({ CalendarDate($0) }),
      let first = Round(fields, number: 1),
      let zone = fields.text("zone").flatMap({ ZoneOffset($0) }),
      let voteOn = fields.text("vote-on").flatMap(Granularity.init),
      let rule = fields.fields("rule").flatMap(BallotRule.init)
    else { return nil }
    self.id = id
    self.fields = fields
    title = fields.text("title") ?? ""
    self.opened = opened
    (self.zone, self.voteOn, self.rule) = (zone, voteOn, rule)
    base = fields.text("base") ?? ""
    bodies = fields.list("bodies").compactMap { $0.fields.flatMap(Committee.Body.init) }
    changes = fields.list("changes").compactMap { $0.fields.flatMap(Change.init) }
    sent = fields.fields("package").flatMap(Package.init)
    sentLater = fields.list(Ballot.laterPackages).compactMap {
      $0.fields.flatMap(LaterPackage.init)
    }
    rounds =
      [first]
      + fields.list("recirculated").compactMap(\.fields).enumerated().compactMap { index, round in
        Round(round, number: index + 2)
      }
    cancelled = fields.fields("cancelled").flatMap(Event.init)
  }

  package var document: String? { fields.text("document") }
  package var project: String? { fields.text("project") }

  package func item(_ number: Int) -> Item? { items.first { $0.number == number } }

  package func body(_ id: Identifier) -> Committee.Body? { bodies.first { $0.id == id } }

  package var votingBodies: [Committee.Body] { bodies.filter(\.status.votes) }

  /// The bodies that a member answers for.
  package func bodies(answeredBy member: Identifier) -> [Committee.Body] {
    bodies.filter { $0.isAnswered(by: member) }
  }

  /// What is voted on: each proposal, or nil for all of them together.
  package var questions: [Int?] { voteOn == .each ? items.map(\.number) : [nil] }
}
