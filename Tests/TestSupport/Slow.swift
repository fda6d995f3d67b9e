import Foundation
public import Testing

/// Whether the slow tests run: only where `RSPMAINT_SLOW=1` asks for them, as `.ci/run` does.
public enum Slow {
  public static let isOn = ProcessInfo.processInfo.environment["RSPMAINT_SLOW"] == "1"
}

extension Trait where Self == ConditionTrait {
  /// For a test of many processes, a long history or a large input, where quick tests cover the path.
  public static var slow: Self { .enabled(if: Slow.isOn, "RSPMAINT_SLOW=1 runs it") }
}

extension Array {
  /// All cases where slow tests run, else so many of them, spread evenly.
  public func orSome(_ count: Int) -> [Element] {
    guard !Slow.isOn, count < self.count else { return self }
    return (0..<count).map { self[$0 * self.count / count] }
  }
}
