import Diagnostics
import PortfolioModel

extension ChangeBuilder {
  /// The place that the request asks for, as typed: `first`, `last`, `before:STANDARD` or
  /// `after:STANDARD`.
  mutating func place(_ request: ProposeRequest) -> Place? {
    guard let text = request.place else { return nil }
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count) {
    case ("first", 1): return .first
    case ("last", 1): return .last
    case ("before", 2): return identifier(named: parts[1]).map { .before($0) }
    case ("after", 2): return identifier(named: parts[1]).map { .after($0) }
    default:
      refuse(
        "'\(text)' is not a place in a group",
        "write 'first', 'last', 'before:STANDARD' or 'after:STANDARD'")
      return nil
    }
  }
}
