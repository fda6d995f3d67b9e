import PortfolioModel

/// Verdicts as rows: criterion, required, actual, verdict, basis.
enum VerdictTable {
  static let header = ["criterion", "required", "is", "verdict", "basis"]

  static func row(_ verdict: Verdict) -> [[Span]] {
    let criterion = verdict.criterion
    return [
      [Span(criterion.fullName)], [Span(required(criterion))], [Span(verdict.actual)],
      [judgement(verdict)], [Span(criterion.basis, .dim)],
    ]
  }

  /// - Parameter name: The word for a standard that an override rests on.
  static func judgement(
    _ verdict: Verdict, _ name: (Identifier) -> String = { $0.text }
  ) -> Span {
    if verdict.isMet { return Span("met", .met) }
    if let override = verdict.waivedBy {
      let ground = verdict.ground.map(name)
      let reach = ground.isEmpty ? "" : " while superseded by \(ground.conjunction)"
      return Span("waived by \(override)\(reach)", .waived)
    }
    if let override = verdict.lapsed { return Span("missed: \(override) has lapsed", .missed) }
    let isExpected = verdict.criterion.strength == .expected
    return Span(isExpected ? "below expected" : "missed", isExpected ? .note : .missed)
  }

  static func required(_ criterion: Criterion) -> String {
    if case .condition = criterion.test { return criterion.requirement }
    return "at least \(criterion.requirement)"
  }
}

/// A verdict as JSON reports hold it.
struct VerdictJSON: Encodable, Sendable {
  let criterion: String
  let required: String
  let actual: String
  let met: Bool
  let basis: String
  let override: Nullable<String>
  /// The standards that the override rests on.
  let ground: [String]

  init(_ verdict: Verdict) {
    criterion = verdict.criterion.fullName
    required = verdict.criterion.requirement
    actual = verdict.actual
    met = verdict.isMet
    basis = verdict.criterion.basis
    override = Nullable(verdict.waivedBy?.text)
    ground = verdict.ground.map(\.text)
  }
}
