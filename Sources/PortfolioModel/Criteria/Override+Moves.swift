extension Override {
  /// A move between groups that a footnote explains.
  package struct ExplainedMove: Hashable, Sendable {
    package let standard: Identifier
    package let from: MoveOrigin
    package let to: Group

    package init(standard: Identifier, from: MoveOrigin, to: Group) {
      self.standard = standard
      self.from = from
      self.to = to
    }

    /// Returns nil where the fields name no standard or no group.
    package init?(_ fields: Fields) {
      guard let standard = fields.text("standard").flatMap(Identifier.init),
        let from = fields.text("from").flatMap(MoveOrigin.init),
        let to = fields.text("to").flatMap(Group.init)
      else { return nil }
      self.init(standard: standard, from: from, to: to)
    }

    package var fields: Fields {
      Fields([
        Fields.Entry("standard", .text(standard.text)),
        Fields.Entry("from", .text(from.rawValue)), Fields.Entry("to", .text(to.rawValue)),
      ])
    }

    /// "the move of UCUM from preferred to legacy", the standard named as the portfolio does.
    package func phrase(in portfolio: Portfolio) -> String {
      "the move of \(portfolio.name(of: standard)) from \(from.rawValue) to \(to.rawValue)"
    }
  }

  /// The moves that the entry explains, with or without a waiver.
  package var moves: [ExplainedMove] {
    fields.list("moves").compactMap { $0.fields.flatMap(ExplainedMove.init) }
  }

  /// What the entry waives for a standard, from what it holds it, and how it explains the standard's
  /// move, as phrases that follow the entry's name.
  ///
  /// - Parameter name: The word for another standard.
  package func effects(on standard: Identifier, _ name: (Identifier) -> String) -> [String] {
    waivers.filter { $0.standard == standard }.map { waiver in
      "waives \(waiver.criterion)" + waiver.levelPhrase() + waiver.groundPhrase(name)
    }
      + holds.filter { $0.standard == standard }.map { "holds it, \($0.from.phrase)" }
      + moves.filter { $0.standard == standard }.map {
        "explains the move from \($0.from.rawValue) to \($0.to.rawValue)"
      }
  }

  /// Whether the entry explains a move that is made.
  package func explains(_ move: Move) -> Bool {
    moves.contains {
      $0.standard == move.standard && $0.from == move.from && $0.to == move.to.group
    }
  }

  /// Every standard that the entry is about, in the order in which it names them.
  package var standards: [Identifier] {
    (waivers.map(\.standard) + holds.map(\.standard) + moves.map(\.standard)).reduce(into: []) {
      ids, id in
      if !ids.contains(id) { ids.append(id) }
    }
  }

  /// The standards in a phrase, "A, B, C and 4 more", for readers to whom the entry's id says little; nil
  /// where it is about none.
  package func phrase(ofStandards name: (Identifier) -> String) -> String? {
    let names = standards.map(name)
    guard names.count > 3 else { return names.isEmpty ? nil : names.conjunction }
    return (names.prefix(3) + ["\(names.count - 3) more"]).conjunction
  }
}
