/// The kind of relation between a standard and another. Raw values are the record's field names.
package enum RelationKind: String, CaseIterable, Sendable {
  case supersededBy = "superseded-by"
  case willBeSupersededBy = "will-be-superseded-by"
  case profiles, extends, combines, mirrors
  case usedWith = "used-with"
  case incorporates
  case incorporatedBy = "incorporated-by"
  case relatedTo = "related-to"

  /// The places of the kinds in their order, by name.
  static let order = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1.rawValue, $0) })

  /// The relation as a report prints it.
  package var phrase: String {
    switch self {
    case .supersededBy: "superseded by"
    case .willBeSupersededBy: "will be superseded by"
    case .profiles: "profile of"
    case .extends: "extension of"
    case .combines: "combines"
    case .mirrors: "mirrors"
    case .usedWith: "used with"
    case .incorporates: "incorporates"
    case .incorporatedBy: "incorporated by"
    case .relatedTo: "related to"
    }
  }

  /// Whether the standard is built on the one it names.
  package var buildsOnTarget: Bool { self == .profiles || self == .extends }
}
