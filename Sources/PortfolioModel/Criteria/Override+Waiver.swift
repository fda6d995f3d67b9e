extension Override {
  /// One criterion waived for one standard, down to the level it was granted for.
  package struct Waiver: Hashable, Sendable {
    package let standard: Identifier
    /// The full name, `group.criterion`.
    package let criterion: String
    package let level: Level?
    /// The standards that the waiver rests on: it holds while the waived one is superseded by each.
    package let ground: [Identifier]

    /// Returns nil where the fields name no standard or no criterion.
    init?(_ fields: Fields) {
      guard let standard = fields.text("standard").flatMap(Identifier.init),
        let criterion = fields.text("criterion")
      else { return nil }
      self.standard = standard
      self.criterion = criterion
      level = fields.text("at").flatMap(Level.init)
      ground = (fields.fields("while")?.lines(RelationKind.supersededBy.rawValue) ?? [])
        .compactMap { Identifier($0) }
    }

    /// " while superseded by A and B", or nothing where it rests on no standard.
    package func groundPhrase(_ name: (Identifier) -> String) -> String {
      ground.isEmpty ? "" : " while superseded by \(ground.map(name).conjunction)"
    }
  }
}
