extension Judge {
  /// Whether a waiver was granted for levels as low as those that the standard has.
  func covers(
    _ waiver: Override.Waiver, _ standard: Standard, _ criterion: Criterion
  ) -> Bool {
    guard !waiver.regions.isEmpty else { return reaches(standard, criterion, waiver.level) }
    return criterion.thresholds.filter { !reaches(standard, $0) }.allSatisfy { threshold in
      guard case .regional(let rating)? = standard.assessment[threshold.factor] else {
        return false
      }
      return covers(waiver.regions, rating, threshold)
    }
  }

  /// Each region that falls short has a level of its own, and stands at it or above; a combined
  /// level is no lower than the lowest of these.
  private func covers(
    _ granted: [Override.RegionLevel], _ rating: RegionalRating, _ threshold: Criterion.Threshold
  ) -> Bool {
    let factor = threshold.factor
    let short = shortRegions(rating, threshold)
    let isCovered = short.allSatisfy { entry in
      granted.contains {
        $0.region.hasSameBytes(as: entry.region)
          && factor.rank(of: entry.level) >= factor.rank(of: $0.level)
      }
    }
    let least = granted.map { factor.rank(of: $0.level) }.min() ?? 0
    return !short.isEmpty && isCovered
      && rating.combined.map { factor.rank(of: $0) >= least } ?? true
  }

  /// The regions of a rating that fall short of a threshold.
  func shortRegions(
    _ rating: RegionalRating, _ threshold: Criterion.Threshold
  ) -> [RegionalRating.Entry] {
    rating.regions.filter { !threshold.factor.reaches($0.level, threshold.level) }
  }

  /// What a waiver of a criterion has to be granted for: the level that counts, or, where a rating by
  /// region has no combined level, that of each region that falls short.
  package func grantedLevel(of criterion: Criterion, for standard: Standard) -> FieldValue? {
    guard let threshold = criterion.thresholds.first else { return nil }
    if case .regional(let rating)? = standard.assessment[threshold.factor], rating.combined == nil {
      let short = shortRegions(rating, threshold)
      if !short.isEmpty {
        return .fields(Fields(short.map { Fields.Entry($0.region, .text($0.level.rawValue)) }))
      }
    }
    return counted(threshold.factor, of: standard).map { .text($0.rawValue) }
  }
}
