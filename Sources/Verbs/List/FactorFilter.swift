import PortfolioModel

/// A comparison of a rating with a level: `site-deployment<moderate`, or `deployment<moderate`.
package struct FactorFilter: Sendable {
  private let factor: Factor
  private let comparison: String
  private let level: Level

  package init?(argument: String) {
    let parts = ["<=", ">=", "!=", "<", ">", "="].lazy.compactMap {
      sign -> (String, String, String)? in
      guard let range = argument.firstRange(of: sign) else { return nil }
      return (String(argument[..<range.lowerBound]), sign, String(argument[range.upperBound...]))
    }.first
    guard let (name, sign, word) = parts, let factor = Factor.named(name),
      let level = Level(rawValue: word), factor.levels.contains(level)
    else { return nil }
    self.factor = factor
    comparison = sign
    self.level = level
  }

  /// Whether the comparison is true of the level that counts for the criteria: of a rating by
  /// region, usually that of its lowest region.
  func matches(_ standard: Standard, _ judge: Judge) -> Bool {
    guard let counted = judge.counted(factor, of: standard) else { return false }
    let (left, right) = (factor.rank(of: counted), factor.rank(of: level))
    return switch comparison {
    case "<": left < right
    case "<=": left <= right
    case ">": left > right
    case ">=": left >= right
    case "!=": left != right
    default: left == right
    }
  }
}
