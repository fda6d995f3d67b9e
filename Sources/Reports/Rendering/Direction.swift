import Diagnostics
import PortfolioModel

/// Which way a level goes, and how far: "▲ 2 steps".
struct Direction: Hashable {
  /// How many steps up; below zero, how many down.
  let steps: Int
  let phrase: String

  /// Returns nil where there is no level on one side, or where it stays.
  init?(_ factor: Factor, from old: Level?, to new: Level?) {
    guard let old, let new, old != new else { return nil }
    steps = factor.rank(of: new) - factor.rank(of: old)
    let mark = steps > 0 ? "▲" : "▼"
    phrase =
      old == .retired || new == .retired
      ? "\(mark) \(steps > 0 ? "onto" : "off") the scale"
      : "\(mark) \(abs(steps).counted("step"))"
  }

  /// What stands behind a level that changed, with a space before it.
  var spans: [Span] { [Span(" "), Span(phrase, .direction)] }
}
