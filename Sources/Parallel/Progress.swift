import Synchronization

/// How far long work is: how many of so many things are done.
package final class Progress: Sendable {
  /// Shows a step: what is being done, how many are done, and how many there are. It may be called on
  /// several threads.
  package typealias Display = @Sendable (_ work: String, _ done: Int, _ all: Int) -> Void

  private static let display = Mutex<Display?>(nil)

  private let work: String
  private let all: Int
  private let done = Atomic(0)
  private let display: Display?

  /// - Parameter work: Names the things and what is done with them: "records read".
  package init(_ work: String, of all: Int) {
    self.work = work
    self.all = all
    display = Progress.display.withLock { $0 }
  }

  /// Shows the steps of all work that begins from now on.
  package static func show(with display: @escaping Display) {
    self.display.withLock { $0 = display }
  }

  /// Notes that some more are done.
  package func advance(by count: Int = 1) {
    guard let display else { return }
    display(work, done.add(count, ordering: .relaxed).newValue, all)
  }
}
