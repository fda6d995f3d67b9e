#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A wait for something that others hold: short pauses of random length until a deadline.
package struct Waiting: Sendable {
  private let end: ContinuousClock.Instant

  /// - Parameter seconds: The longest time to wait in all.
  package init(atMost seconds: Double) {
    end = ContinuousClock.now + .milliseconds(Int64(seconds * 1_000))
  }

  /// Pauses for 5 to 25 ms; returns false at once after the deadline.
  package func pause() -> Bool {
    guard ContinuousClock.now < end else { return false }
    usleep(UInt32.random(in: 5_000...25_000))
    return true
  }
}
