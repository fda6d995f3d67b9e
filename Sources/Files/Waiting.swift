#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A wait for something that others hold, in short pauses of uneven length and with an end.
package struct Waiting: Sendable {
  private let end: ContinuousClock.Instant

  /// - Parameter seconds: How long to wait in all.
  package init(atMost seconds: Double) {
    end = ContinuousClock.now + .milliseconds(Int64(seconds * 1_000))
  }

  /// Pauses for 5 to 25 ms; returns false, at once, where the time is over.
  package func pause() -> Bool {
    guard ContinuousClock.now < end else { return false }
    usleep(UInt32.random(in: 5_000...25_000))
    return true
  }
}
