import Diagnostics
import PortfolioModel

/// The bodies that vote: those of `committee.yml`, or else each affiliation as a p-member.
struct BallotBodies {
  private let portfolio: Portfolio
  private let voters: [(body: Identifier, member: Identifier)]
  private let day: CalendarDate

  init(
    _ portfolio: Portfolio, _ voters: [(body: Identifier, member: Identifier)],
    on day: CalendarDate
  ) {
    (self.portfolio, self.voters, self.day) = (portfolio, voters, day)
  }

  /// - Throws: `Refusal` that names every body without a voter.
  func all() throws(Refusal) -> [Committee.Body] {
    let committee = portfolio.committee
    let members = (committee?.members ?? []).filter { $0.isActive(on: day) }
    let listed = committee?.bodies ?? []
    let bodies = listed.isEmpty ? affiliations(members) : listed.map { [$0] }
    var obstacles = voters.filter { voter in
      !bodies.contains { $0.contains { $0.id == voter.body } }
    }.map { voter in
      Refusal(
        .usage, "'\(voter.body)' is not a body",
        help: ["the bodies are: \(bodies.compactMap(\.first?.id.text).listed)"])
    }
    var chosen: [Committee.Body] = []
    for candidates in bodies {
      do throws(Refusal) {
        chosen.append(try voting(candidates, members))
      } catch {
        obstacles.append(error)
      }
    }
    if let refusal = Refusal(all: obstacles) { throw refusal }
    return chosen
  }

  /// Each affiliation, with a candidate for each of its members.
  private func affiliations(_ members: [Committee.Member]) -> [[Committee.Body]] {
    var bodies: [Identifier: [Committee.Body]] = [:]
    for member in members {
      guard let id = Identifier(slugOf: member.affiliation) else { continue }
      bodies[id, default: []].append(
        Committee.Body(
          id: id, name: member.affiliation, status: .pMember, voter: member.id, substitute: nil))
    }
    return bodies.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The body with its one voter, who has to be on the committee.
  private func voting(
    _ candidates: [Committee.Body], _ members: [Committee.Member]
  ) throws(Refusal) -> Committee.Body {
    guard let body = candidates.first else { preconditionFailure("each body has a candidate") }
    let chosen = voters.last { $0.body == body.id }?.member
    guard chosen != nil || candidates.count == 1 else {
      throw Refusal(
        .refused, "\(body.name) has \(candidates.count) members, of whom one votes",
        help: ["say who: \(option: .voter, "\(body.id)=MEMBER")"])
    }
    let voter = chosen ?? body.voter
    guard members.contains(where: { $0.id == voter }) else {
      throw Refusal(
        .refused, "\(body.name) has no voter: '\(voter)' is not on the committee on \(day)",
        help: ["say who votes: \(option: .voter, "\(body.id)=MEMBER")"])
    }
    return Committee.Body(
      id: body.id, name: body.name, status: body.status, voter: voter,
      substitute: body.substitute)
  }
}
