import Dispatch
import Synchronization

/// Work on all processors.
package enum Parallel {
  /// How many items one thread takes at a time.
  private static let share = 250
  private static let isOff = Atomic(false)

  /// Whether work may be done on other threads than the calling one.
  package static var isOn: Bool { !isOff.load(ordering: .relaxed) }

  /// Does all work on the calling thread from now on, so that it can be counted or followed.
  package static func turnOff() { isOff.store(true, ordering: .relaxed) }

  /// What a function makes of items, in their order; items are handed out in shares of a few hundred,
  /// and a list shorter than two of them to the calling thread alone.
  ///
  /// - Parameter progress: What is told after each share.
  /// - Parameter work: Returns what it makes of a share; called on several threads at once.
  package static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ progress: Progress? = nil,
    _ work: @Sendable (ArraySlice<Item>) -> [Result]
  ) -> [Result] {
    let count = (items.count + share - 1) / share
    guard count > 1 else { return work(items[...]) }
    let results = Mutex([[Result]](repeating: [], count: count))
    @Sendable func step(_ index: Int) {
      let start = index * share
      let made = work(items[start..<min(start + share, items.count)])
      results.withLock { $0[index] = made }
      progress?.advance(by: made.count)
    }
    if isOn {
      DispatchQueue.concurrentPerform(iterations: count) { step($0) }
    } else {
      for index in 0..<count { step(index) }
    }
    return results.withLock { $0 }.flatMap { $0 }
  }

  /// The results of functions that don't depend on each other, in their order.
  ///
  /// - Parameter count: On how many items they work; on few, the calling thread is faster alone.
  package static func results<Result: Sendable>(
    of functions: [@Sendable () -> Result], on count: Int
  ) -> [Result] {
    guard count >= 2 * share, isOn else { return functions.map { $0() } }
    let results = Mutex([Result?](repeating: nil, count: functions.count))
    DispatchQueue.concurrentPerform(iterations: functions.count) { index in
      let made = functions[index]()
      results.withLock { $0[index] = made }
    }
    return results.withLock { $0 }.compactMap { $0 }
  }

  /// The results of two functions that don't depend on each other.
  ///
  /// - Parameter count: On how many items they work, as for ``results(of:on:)``.
  package static func both<First: Sendable, Second: Sendable>(
    on count: Int, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    guard count >= 2 * share, isOn else { return (first(), second()) }
    let results = Mutex<(First?, Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      if index == 0 {
        let made = first()
        results.withLock { $0.0 = made }
      } else {
        let made = second()
        results.withLock { $0.1 = made }
      }
    }
    guard case (let first?, let second?) = results.withLock({ $0 }) else {
      preconditionFailure("both functions returned")
    }
    return (first, second)
  }
}
