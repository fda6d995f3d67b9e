extension Ballot {
  static let laterPackages = "later-packages"

  /// What was sent when voting was extended, or for a later round.
  package struct LaterPackage: Hashable, Sendable {
    /// The number of the round, from 1.
    package let round: Int
    /// The last day of voting as it was then.
    package let closes: CalendarDate
    package let package: Package

    init?(_ fields: Fields) {
      guard let round = fields.integer("round"),
        let closes = fields.text("closes").flatMap({ CalendarDate($0) }),
        let package = Package(fields)
      else { return nil }
      (self.round, self.closes, self.package) = (round, closes, package)
    }
  }

  /// An occasion on which the voters are sent a package: voting begins, is extended, or begins anew in
  /// a later round.
  package struct Issue: Hashable, Sendable {
    /// From 1, in the order in which they were sent.
    package let number: Int
    /// The number of the round, from 1.
    package let round: Int
    /// The last day of voting as it was then.
    package let closes: CalendarDate
    /// What extended voting; nil where a round begins.
    package let extended: Event?
    /// The digests of what was sent; nil where the ballot holds none.
    package let sent: Package?

    /// "round 2, until 2026-11-20"
    package var phrase: String { "round \(round), until \(closes)" }
  }

  /// The packages that were sent, the first one when voting began.
  package var issues: [Issue] {
    typealias Occasion = (round: Int, closes: CalendarDate, extended: Event?)
    let occasions = rounds.flatMap { round -> [Occasion] in
      let later = round.extended.map { closes, event -> Occasion in
        (round.number, closes, event)
      }
      return [(round.number, round.firstCloses, nil)] + later
    }
    return occasions.enumerated().map { index, occasion in
      Issue(
        number: index + 1, round: occasion.round, closes: occasion.closes,
        extended: occasion.extended,
        sent: index == 0
          ? sent
          : sentLater.first { $0.round == occasion.round && $0.closes == occasion.closes }?.package)
    }
  }

  /// The ballot as it was when a package was sent: with nothing that happened to it later, and without
  /// the digests of packages.
  package func asSent(_ issue: Issue) -> Ballot {
    var fields = fields
    for name in ["package", Ballot.laterPackages, "cancelled"] { fields[name] = nil }
    if issue.round == 1 {
      fields = Ballot.cut(fields, at: issue)
      fields["recirculated"] = nil
    } else {
      var later = Array(fields.list("recirculated").prefix(issue.round - 1))
      if let last = later.popLast()?.fields { later.append(.fields(Ballot.cut(last, at: issue))) }
      fields["recirculated"] = .list(later)
    }
    guard let ballot = Ballot(id: id, fields: fields) else {
      preconditionFailure("what is left out is optional")
    }
    return ballot
  }

  /// The fields of a round, without its end and the extensions after a package.
  private static func cut(_ round: Fields, at issue: Issue) -> Fields {
    var round = round
    round["ended"] = nil
    let extensions = round.list("extended").filter { step in
      (step.fields?.text("closes")).flatMap { CalendarDate($0) }.map { $0 <= issue.closes } ?? false
    }
    round["extended"] = extensions.isEmpty || issue.extended == nil ? nil : .list(extensions)
    return round
  }

  /// The fields with the digests of the package that is sent last.
  package func sending(_ package: Package) -> Fields {
    guard let issue = issues.last else { preconditionFailure("there is a first round") }
    var fields = fields
    var later = Fields([
      Fields.Entry("round", .text(String(issue.round))),
      Fields.Entry("closes", .text(issue.closes.description)),
    ])
    for entry in package.fields.entries { later[entry.name] = entry.value }
    fields[Ballot.laterPackages] = .list(fields.list(Ballot.laterPackages) + [.fields(later)])
    return Schema.ballot.ordered(fields)
  }
}
