import Parallel
import Synchronization

/// A line on the terminal that says how far long work is. It comes after a second, and goes before
/// anything else is printed.
package enum ProgressLine {
  private struct State {
    var isShown = false
    var work = ""
    var begin: ContinuousClock.Instant?
    var last: ContinuousClock.Instant?
  }

  private static let state = Mutex(State())
  private static let patience = Duration.seconds(1)
  private static let pause = Duration.milliseconds(100)

  /// Shows how far work is from now on, where standard error is a terminal.
  static func begin() {
    guard Console.isErrorTerminal else { return }
    let start = ContinuousClock.now
    Progress.show { work, done, all in
      let now = ContinuousClock.now
      state.withLock { state in
        if state.work != work || done <= 1 { (state.work, state.begin) = (work, now) }
        guard now - start > patience, state.last.map({ now - $0 > pause }) ?? true else { return }
        (state.isShown, state.last) = (true, now)
        let spent = (state.begin ?? start).duration(to: now)
        let left = spent * Double(all - done) / Double(max(done, 1))
        Console.writeError("\r\u{1B}[K" + sentence(work, done, all, left))
      }
    }
  }

  /// Takes the line away.
  static func clear() {
    state.withLock { state in
      guard state.isShown else { return }
      state.isShown = false
      Console.writeError("\r\u{1B}[K")
    }
  }

  /// "20,000 of 100,000 records read, about 3 s left"
  package static func sentence(_ work: String, _ done: Int, _ all: Int, _ left: Duration) -> String
  {
    let seconds = left.components.seconds
    let rest =
      switch seconds {
      case ..<1: ""
      case ..<120: ", about \(seconds) s left"
      default: ", about \(seconds / 60) min left"
      }
    return "\(grouped(done)) of \(grouped(all)) \(work)\(rest)"
  }

  /// A number with a comma before each three digits.
  private static func grouped(_ number: Int) -> String {
    number < 1_000
      ? "\(number)"
      : grouped(number / 1_000) + "," + String(String(1_000 + number % 1_000).dropFirst())
  }
}
