/// An exact fraction from 0 to 1, as it is written: `2/3`. It is never reduced or rounded.
package struct Fraction: Hashable, Sendable, CustomStringConvertible {
  package let numerator: Int
  package let denominator: Int

  /// Returns nil where the parts are no fraction from 0 to 1. A denominator of 0 stands for nothing
  /// that could be counted.
  package init?(_ numerator: Int, of denominator: Int) {
    guard (0...999_999).contains(denominator), (0...denominator).contains(numerator) else {
      return nil
    }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Returns nil where the text is not two whole numbers with a slash, the second not 0.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    guard parts.count == 2, parts.allSatisfy({ Int($0).map(String.init) == $0 }),
      let numerator = Int(parts[0]), let denominator = Int(parts[1]), denominator > 0
    else { return nil }
    self.init(numerator, of: denominator)
  }

  package var description: String { "\(numerator)/\(denominator)" }

  /// Whether this is at least a limit. Of nothing, no part is at least anything.
  package func isAtLeast(_ limit: Fraction) -> Bool {
    denominator > 0 && numerator * limit.denominator >= limit.numerator * denominator
  }

  /// Whether this is at most a limit. Of nothing, every part is.
  package func isAtMost(_ limit: Fraction) -> Bool {
    numerator * limit.denominator <= limit.numerator * denominator
  }
}
