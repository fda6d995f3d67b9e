import Diagnostics

extension LedgerCheck {
  /// A level that a waiver lacks, or has without need, or that is none of its factor.
  func levelFindings(
    _ override: Override, _ waiver: Override.Waiver, _ criterion: Criterion, _ path: FieldPath
  ) -> [Finding] {
    let subject = Subject.override(override.id)
    let hasLevel = waiver.level != nil || !waiver.regions.isEmpty
    switch (criterion.factors.isEmpty, hasLevel) {
    case (true, true):
      return [
        Finding(
          .overrideLevelOnCondition, subject, path.appending("at"), standard: waiver.standard,
          "\(criterion.fullName) is a condition and has no level", help: ["remove 'at'"])
      ]
    case (true, false): return []
    case (false, false):
      return [
        Finding(
          .overrideWithoutLevel, subject, path, standard: waiver.standard,
          "the waiver of \(criterion.fullName) does not say down to which level it holds",
          help: ["add 'at: LEVEL', the level it is granted for"])
      ]
    case (false, true):
      let place = path.appending("at")
      let levels =
        (waiver.level.map { [(place, $0)] } ?? [])
        + waiver.regions.map { (place.appending($0.region), $0.level) }
      return levels.compactMap { offScale($1, override, waiver, criterion, $0) }
        + unknownRegions(override, waiver, place)
    }
  }

  private func offScale(
    _ level: Level, _ override: Override, _ waiver: Override.Waiver, _ criterion: Criterion,
    _ path: FieldPath
  ) -> Finding? {
    guard !criterion.factors.contains(where: { $0.levels.contains(level) }) else { return nil }
    return Finding(
      .unknownWord, .override(override.id), path, standard: waiver.standard,
      "'\(level.rawValue)' is not a level of \(criterion.factors.map(\.phrase).alternatives)",
      help: ["allowed: \(criterion.factors.flatMap(\.levels).map(\.rawValue).listed)"])
  }

  private func unknownRegions(
    _ override: Override, _ waiver: Override.Waiver, _ path: FieldPath
  ) -> [Finding] {
    let known = portfolio.description.regionNames
    return waiver.regions.map(\.region).filter { !known.contains($0) }.map { region in
      Finding(
        .unknownRegion, .override(override.id), path.appending(region), key: true,
        standard: waiver.standard, "'\(region)' is not a region of the portfolio",
        help: ["the regions are: \(known.listed)"])
    }
  }

  /// Regions that a waiver names though they do not fall short.
  func regionFindings(
    _ override: Override, _ waiver: Override.Waiver, _ criterion: Criterion, _ standard: Standard,
    _ path: FieldPath
  ) -> [Finding] {
    let ratings = criterion.thresholds.compactMap { threshold -> [RegionalRating.Entry]? in
      guard case .regional(let rating)? = standard.assessment[threshold.factor] else { return nil }
      return judge.shortRegions(rating, threshold)
    }
    guard !ratings.isEmpty else { return [] }
    let short = ratings.flatMap { $0 }.map(\.region)
    return waiver.regions.map(\.region).filter { !short.contains($0) }.map { region in
      Finding(
        .overrideUnneeded, .override(override.id), path.appending("at").appending(region),
        standard: standard.id,
        "override \(override.id) waives \(criterion.fullName) in \(region) without need: "
          + "\(standard.briefName) does not fall short there",
        help: ["take the region out of 'at' in a proposal"])
    }
  }
}

extension Judge {
  /// The ratings that a criterion reads, by region.
  func ratingPhrase(of criterion: Criterion, for standard: Standard) -> String {
    criterion.factors.map { standard.assessment[$0]?.phrase ?? "not rated" }.conjunction
  }
}
