extension Override {
  /// A standard that stays in its group by decision.
  package struct Hold: Hashable, Sendable {
    /// What the standard is held from.
    package enum Ground: String, CaseIterable, Sendable {
      /// It meets the criteria of another group.
      case due
      /// It is below what its group is expected to meet.
      case faded

      /// The ground in words that follow a standard's name: "UDI, which is due".
      package var phrase: String {
        switch self {
        case .due: "which is due for a move"
        case .faded: "whose use has faded"
        }
      }
    }

    package let standard: Identifier
    package let from: Ground

    package init(_ standard: Identifier, from ground: Ground) {
      self.standard = standard
      from = ground
    }

    /// Returns nil where the fields name no standard or no ground.
    package init?(_ fields: Fields) {
      guard let standard = fields.text("standard").flatMap(Identifier.init),
        let ground = fields.text("from").flatMap(Ground.init)
      else { return nil }
      self.init(standard, from: ground)
    }

    /// The hold as a ledger entry writes it.
    package var fields: Fields {
      Fields([
        Fields.Entry("standard", .text(standard.text)), Fields.Entry("from", .text(from.rawValue)),
      ])
    }
  }

  /// Who granted the entry: the number of a proposal, or the publication that it was carried from.
  package var grantedBy: String {
    guard let origin else { return "override \(id)" }
    return Int(origin).map(Proposal.label) ?? origin
  }

  /// Whether its holds are in force on a day: up to its date of review, that day included.
  package func holds(on today: CalendarDate) -> Bool {
    reviewBy == Override.nextEdition || reviewDate.map { $0 >= today } ?? false
  }

  /// "held until 2027-11-30"
  package var heldUntil: String {
    "held until " + (reviewBy == Override.nextEdition ? "the next edition" : reviewBy ?? "")
  }

  /// "held until 2027-11-30 by 0007"
  package var holdPhrase: String { "\(heldUntil) by \(grantedBy)" }
}
