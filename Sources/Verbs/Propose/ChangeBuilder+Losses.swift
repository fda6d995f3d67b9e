import Diagnostics
import PortfolioModel
import Records

extension ChangeBuilder {
  /// Whether a value takes the place of the one at a path and of nothing else that is said there: a
  /// level does not end a rating by region unless the request says so, and a word no list.
  mutating func keepsTheRest(
    of record: Record, _ path: FieldPath, _ to: FieldValue?, typed: String,
    _ request: ProposeRequest
  ) -> Bool {
    let fields = changed(record)
    if let end = path.ancestors.first(where: {
      fields.value(at: $0)?.takes(path, after: $0) == false
    }) {
      refuseBelow(end, fields, record)
      return false
    }
    guard let to, let current = fields.value(at: path) else { return true }
    let ratings = path.ratings(in: current, to)
    guard ratings.isEmpty else {
      dropsRegions = dropsRegions || request.dropsRegions
      return request.dropsRegions
        || ratings.filter { !keepsRegions(of: record, $0.path, $0.current, $0.to) }.isEmpty
    }
    return keepsItems(of: record, path, current, to, typed)
  }

  /// A part of what has no parts can't be set.
  private mutating func refuseBelow(_ path: FieldPath, _ fields: Fields, _ record: Record) {
    let value = fields.value(at: path).map { Abridgement.byBlob.quoted($0.inlineBare) } ?? ""
    guard let factor = path.factor else {
      let whole = "\(path) of \(record.briefName) is \(value)"
      refuse(
        .usage, whole, ["set it as a whole: \(option: .set, "\(path)=VALUE")"]
      )
      return
    }
    let rating = "\(factor.shortName)={regions: {REGION: LEVEL, elsewhere: LEVEL}}"
    refuse(
      .usage,
      "\(factor.phrase) of \(record.briefName) is one level, not rated by region: \(value)",
      [
        "rate it by region: \(option: .set, rating)"
      ])
  }

  private mutating func keepsRegions(
    of record: Record, _ path: FieldPath, _ current: FieldValue, _ to: FieldValue
  ) -> Bool {
    guard let factor = path.factor, let old = current.fields else { return true }
    let rating = "\(factor.phrase) of \(record.briefName)"
    let regions = old.fields("regions") ?? old
    let first = "\(factor.shortName).\(regions.names.first ?? "REGION")"
    guard let new = to.fields else {
      let level = "\(factor.shortName)=\(to.inlineBare)"
      refuse(
        .refused, "\(rating) is rated by region: \(regions.regionPhrase)",
        details: old.text("note").map { ["its note would go too: \($0)"] } ?? [],
        [
          "one region: \(option: .set, "\(first)=LEVEL")",
          "one level in place of them: \(option: .set, level, with: .dropRegions)",
        ])
      return false
    }
    let kept = new.fields("regions") ?? new
    let lost = regions.entries.filter { kept[$0.name] == nil }
    let others = ["combined", "note"].filter { old[$0] != nil && new[$0] == nil }
    guard !lost.isEmpty || !others.isEmpty else { return true }
    let parts =
      (lost.isEmpty ? [] : ["rated for \(Fields(lost).regionPhrase)"])
      + others.map { "said to be '\($0): \(old.text($0) ?? "")'" }
    refuse(
      .refused, "\(rating) is also \(parts.conjunction)",
      [
        "name that too, or let it go: \(flag: .dropRegions)",
        "one region: \(option: .set, "\(first)=LEVEL")",
      ])
    return false
  }

  /// A word takes the place of no list, and of no mapping; brackets say that all of it is meant.
  private mutating func keepsItems(
    of record: Record, _ path: FieldPath, _ current: FieldValue, _ to: FieldValue,
    _ typed: String
  ) -> Bool {
    guard let items = to.list, !typed.hasPrefix("["), !typed.hasPrefix("{") else { return true }
    let isKept = current.list.map { $0.allSatisfy(items.contains) } ?? false
    guard !isKept else { return true }
    let list = current.fields?.names.first.map { "\(path).\($0)" } ?? path.description
    refuse(
      .refused, "\(path) of \(record.briefName) is \(current.inline)",
      [
        "one more item: \(option: .insert, "\(list)=\(typed)")",
        "this one in place of all: \(option: .set, "\(list)=[\(typed)]")",
      ])
    return false
  }
}

extension FieldPath {
  /// The paths that lead to this one, from the first step on.
  fileprivate var ancestors: [FieldPath] {
    steps.indices.dropFirst().map { FieldPath(Array(steps[..<$0])) }
  }

  /// The factor whose rating, or a part of it, stands here.
  var factor: Factor? {
    guard steps.count > 1, steps[0] == "assessment" else { return nil }
    return Factor(rawValue: steps[1])
  }

  /// The ratings by region, or all regions of one, that stand at the path, each with what is to take
  /// its place.
  fileprivate func ratings(
    in current: FieldValue, _ to: FieldValue
  ) -> [(path: FieldPath, current: FieldValue, to: FieldValue)] {
    if steps.elementsEqual(["assessment"]) {
      return Factor.allCases.flatMap { factor in
        let rest = FieldPath(factor.rawValue)
        guard let old = current.value(at: rest), let new = to.value(at: rest) else {
          return [(path: FieldPath, current: FieldValue, to: FieldValue)]()
        }
        return appending(factor.rawValue).ratings(in: old, new)
      }
    }
    let isOfRating =
      factor != nil && (steps.count == 2 || steps.dropFirst(2).elementsEqual(["regions"]))
    return isOfRating && current.fields != nil ? [(self, current, to)] : []
  }
}

extension FieldValue {
  /// Whether a way can lead on through it: it has named parts, or an item for the next step.
  fileprivate func takes(_ path: FieldPath, after end: FieldPath) -> Bool {
    switch self {
    case .text: false
    case .list: FieldPath.index(path.steps[end.steps.count]) != nil
    case .fields: true
    }
  }
}

extension Fields {
  /// Levels by region on one line: `us high, elsewhere low`.
  fileprivate var regionPhrase: String {
    entries.map { "\($0.name) \($0.value.text ?? $0.value.fields?.text("level") ?? "")" }.listed
  }
}
