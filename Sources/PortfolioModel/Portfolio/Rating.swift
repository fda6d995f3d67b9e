/// A standard's rating on one factor.
package enum Rating: Hashable, Sendable {
  case level(Level)
  case regional(RegionalRating)
}

/// Levels by region, with an optional level for all of them together.
package struct RegionalRating: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// A region of `portfolio.yml`, or `elsewhere`.
    package let region: String
    package let level: Level
    package let trend: Trend?
  }

  package static let elsewhere = "elsewhere"

  package let combined: Level?
  package let regions: [Entry]
  package let note: String?
}

extension Rating {
  /// Returns nil where the value is not a rating of the factor.
  package init?(_ value: FieldValue, of factor: Factor) {
    switch value {
    case .text(let word):
      guard let level = Level(rawValue: word), factor.levels.contains(level) else { return nil }
      self = .level(level)
    case .fields(let fields):
      let entries = fields.fields("regions")?.entries.compactMap(RegionalRating.Entry.init) ?? []
      guard !entries.isEmpty else { return nil }
      self = .regional(
        RegionalRating(
          combined: fields.text("combined").flatMap(Level.init), regions: entries,
          note: fields.text("note")))
    case .list: return nil
    }
  }

  /// The level that is compared with a threshold: `combined`, or else the lowest or highest of the
  /// regions.
  package func counted(_ counting: RegionalCounting, of factor: Factor) -> Level? {
    switch self {
    case .level(let level): return level
    case .regional(let rating):
      if let combined = rating.combined { return combined }
      let ordered = rating.regions.map(\.level).sorted { factor.rank(of: $0) < factor.rank(of: $1) }
      return counting == .lowest ? ordered.first : ordered.last
    }
  }

  /// The rating on one line: `moderate`, or `us high, canada high, elsewhere low`.
  package var phrase: String {
    switch self {
    case .level(let level): level.phrase
    case .regional(let rating):
      ((rating.combined.map { ["combined \($0.phrase)"] } ?? [])
        + rating.regions.map(\.phrase)).listed
    }
  }
}

extension RegionalRating.Entry {
  /// The entry on one line: `us high (rising)`.
  package var phrase: String {
    "\(region) \(level.phrase)" + (trend.map { " (\($0.rawValue))" } ?? "")
  }

  fileprivate init?(_ entry: Fields.Entry) {
    let word = entry.value.text ?? entry.value.fields?.text("level")
    guard let level = word.flatMap(Level.init) else { return nil }
    self.init(
      region: entry.name, level: level,
      trend: entry.value.fields?.text("trend").flatMap(Trend.init))
  }
}
