/// What an edition stands on: what has to be settled before one is cut or published.
///
/// The verbs and the audit ask the same, so that neither takes what the other refuses.
package struct EditionGround: Sendable {
  private let portfolio: Portfolio
  private let accepted: [Proposal]
  private let ballots: [BallotEntry]
  private let day: CalendarDate

  /// - Parameter proposals: All proposals; those count that were accepted since the edition that the
  ///   portfolio is of.
  package init(
    _ portfolio: Portfolio, _ proposals: [ProposalEntry], _ ballots: [BallotEntry],
    on day: CalendarDate
  ) {
    self.portfolio = portfolio
    self.ballots = ballots
    self.day = day
    accepted = proposals.compactMap { entry in
      guard let edition = entry.state?.accepted?.edition,
        edition.hasSameBytes(as: portfolio.description.edition)
      else { return nil }
      return entry.proposal
    }
  }

  /// The ballots that are still voting or resolving comments.
  package var openBallots: [BallotEntry] { ballots.filter { $0.state != .closed } }

  /// The entries of the ledger that no proposal granted or confirmed since the last edition, or whose
  /// next review has passed since.
  package var unreviewed: [Override] {
    portfolio.overridesInOrder.filter { override in
      if let date = override.reviewDate, date < day { return true }
      return !accepted.contains { proposal in
        proposal.changes.contains { change in
          guard change.subject == SubjectID(.override, override.id) else { return false }
          return switch change.action {
          case .add, .confirmOverride: true
          default: false
          }
        }
      }
    }
  }

  /// The accepted proposals that a corrected edition can't hold: each rates anew, moves, lists or
  /// delists a standard, or is of another nature than a correction.
  package var beyondCorrection: [Proposal] {
    accepted.filter { proposal in
      proposal.nature == .assessment || proposal.changes.contains(where: \.ratesAnew)
    }
  }

  /// Why an edition with this draft or publication can't be; empty where it can.
  package func obstacles(to edition: Edition) -> [String] {
    guard let publication = edition.publication else {
      let carried = Set(edition.carried)
      return openBallots.map { "ballot '\($0.id)' is open" }
        + unreviewed.filter { !carried.contains($0.id) }.map {
          "override \($0.id) was neither reviewed since \(portfolio.description.edition) nor carried"
        }
    }
    let description = portfolio.description
    var obstacles = openBallots.map { "ballot '\($0.id)' is open" }
    if let draft = description.edition(publication.draft), edition.date < draft.date {
      obstacles.append(
        "it is dated \(edition.date), before \(draft.title) was cut on \(draft.date)")
    }
    if let last = description.lastPublished?.publication {
      let isNext =
        publication.kind == .revision
        ? publication.number > last.number : publication.number == last.number
      if !isNext {
        obstacles.append(
          publication.kind == .revision
            ? "\(last.name) is edition \(last.number) already"
            : "\(last.name), which it changes, is edition \(last.number)")
      }
    } else if publication.kind == .revision, publication.number < 2,
      !description.edition.hasSameBytes(as: PortfolioDescription.unpublished)
    {
      // The edition that it revises has no number here, and is the first at least.
      obstacles.append("it revises \(description.edition), so its number is 2 or more")
    }
    if description.edition.hasSameBytes(as: publication.name)
      || description.releases.values.contains(where: { $0.hasSameBytes(as: publication.name) })
      || description.releases[publication.name] != nil
    {
      obstacles.append("an edition is called \(publication.name) already")
    }
    let anew = beyondCorrection.map { Proposal.label($0.number) }
    if publication.kind == .corrected, !anew.isEmpty {
      obstacles.append(
        "a corrected edition takes only corrections that rate nothing anew, which "
          + "\(anew.conjunction) \(anew.count == 1 ? "is" : "are") not")
    }
    return obstacles
  }
}

extension Change {
  /// Whether the change touches what a standard is rated, where it stands, or whether it is listed.
  fileprivate var ratesAnew: Bool {
    guard subject.kind == .standard else { return false }
    return switch action {
    case .set(let fields):
      fields.contains {
        let head = FieldPath($0.field).steps.first ?? ""
        return Factor(rawValue: head) != nil || ["assessment", "group"].contains(head)
      }
    case .add, .delist, .confirm: true
    default: false
    }
  }
}
