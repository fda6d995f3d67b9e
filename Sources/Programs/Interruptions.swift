import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Signals that ask this process to end or to stop, such as from Ctrl-C or `kill`.
package enum Interruptions {
  /// Runs work without letting such signals interrupt it; the last of them takes effect afterwards.
  ///
  /// It is for work that holds git's locks: a lock that outlives its process keeps every git
  /// program out of the repository. Signals are caught, not blocked, because the library that runs
  /// programs has a thread that receives signals that other threads block. `kill -9` can't be
  /// postponed.
  package static func postponed<Result, Failure>(
    during work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    arrived.store(0, ordering: .relaxed)
    let before = signals.map { signal($0, note) }
    defer {
      restore(before, of: signals)
      let number = arrived.exchange(0, ordering: .relaxed)
      if number != 0 { kill(getpid(), number) }
    }
    return try work()
  }

  /// Runs work that Ctrl-C does not end: it is for the program that the terminal belongs to meanwhile.
  package static func left<Result, Failure>(
    to work: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let keys = [SIGINT, SIGQUIT]
    // A handler, which the other program does not inherit as it would inherit that they are ignored.
    let before = keys.map { signal($0, { _ in }) }
    defer { restore(before, of: keys) }
    return try work()
  }

  /// By index, not by pairs: the handler of a signal that is ignored has the address 1, which an
  /// optional pair takes for nil, and so for the end of the pairs.
  private static func restore(_ handlers: [Handler?], of signals: [Int32]) {
    for index in signals.indices { _ = signal(signals[index], handlers[index]) }
  }

  private typealias Handler = @convention(c) (Int32) -> Void

  private static let signals = [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM,
    SIGPROF,
  ]

  private static let arrived = Atomic<Int32>(0)

  private static let note: Handler = {
    arrived.store($0, ordering: .relaxed)
  }
}
