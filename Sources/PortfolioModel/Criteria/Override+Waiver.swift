extension Override {
  /// The level that a waiver was granted for in one region.
  package struct RegionLevel: Hashable, Sendable {
    package let region: String
    package let level: Level
  }

  /// One criterion waived for one standard, down to the level it was granted for.
  package struct Waiver: Hashable, Sendable {
    package let standard: Identifier
    /// The full name, `group.criterion`.
    package let criterion: String
    package let level: Level?
    /// The levels that it was granted for by region, instead of one for all.
    package let regions: [RegionLevel]
    /// The standards that the waiver rests on: it holds while the waived one is superseded by each.
    package let ground: [Identifier]

    /// Returns nil where the fields name no standard or no criterion.
    package init?(_ fields: Fields) {
      guard let standard = fields.text("standard").flatMap(Identifier.init),
        let criterion = fields.text("criterion")
      else { return nil }
      self.standard = standard
      self.criterion = criterion
      level = fields.text("at").flatMap(Level.init)
      regions = (fields.fields("at")?.entries ?? []).compactMap { entry in
        entry.value.text.flatMap(Level.init).map { RegionLevel(region: entry.name, level: $0) }
      }
      ground = (fields.fields("while")?.lines(RelationKind.supersededBy.rawValue) ?? [])
        .compactMap { Identifier($0) }
    }

    /// " down to pilot", " down to pilot in us and low in canada", or nothing for a condition.
    ///
    /// - Parameter region: The word for a region by its id.
    package func levelPhrase(
      _ word: (Level) -> String = \.phrase, region: (String) -> String = { $0 }
    ) -> String {
      if let level { return " down to \(word(level))" }
      let phrases = regions.map { "\(word($0.level)) in \(region($0.region))" }
      return phrases.isEmpty ? "" : " down to \(phrases.conjunction)"
    }

    /// " while superseded by A and B", or nothing where it rests on no standard.
    package func groundPhrase(_ name: (Identifier) -> String) -> String {
      ground.isEmpty ? "" : " while superseded by \(ground.map(name).conjunction)"
    }
  }
}
