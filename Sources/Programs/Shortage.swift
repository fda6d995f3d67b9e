#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Checks for a lack of file descriptors and threads.
///
/// The library that runs programs stops the process where descriptors run out, and waits for ever
/// where threads do, so both are tried beforehand.
enum Shortage {
  /// The descriptors and threads that one run takes at most, with some to spare.
  private static let (descriptors, threads) = (24, 8)

  /// A sentence that says what is lacking, or nil where nothing is.
  static func find() -> String? {
    if !hasDescriptors {
      return "this process can't open the \(descriptors) files that it needs: raise the limit, "
        + "'ulimit -n'"
    }
    if !hasThreads {
      return "this process can't start the \(threads) threads that it needs: raise the limits, "
        + "'ulimit -u' and 'ulimit -v', or end other programs"
    }
    return nil
  }

  private static var hasDescriptors: Bool {
    var copies: [Int32] = []
    defer { for copy in copies { close(copy) } }
    while copies.count < descriptors {
      let copy = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
      guard copy >= 0 else { return false }
      copies.append(copy)
    }
    return true
  }

  /// Whether enough threads can be started; all of them wait until the last one has started.
  private static var hasThreads: Bool {
    let gate = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    pthread_mutex_init(gate, nil)
    pthread_mutex_lock(gate)
    var started: [pthread_t] = []
    while started.count < threads {
      var thread = pthread_self()
      guard pthread_create(&thread, nil, Shortage.pass, gate) == 0 else { break }
      started.append(thread)
    }
    pthread_mutex_unlock(gate)
    for thread in started { pthread_join(thread, nil) }
    pthread_mutex_destroy(gate)
    gate.deallocate()
    return started.count == threads
  }

  #if canImport(Glibc)
    private static let pass: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
      {
        guard let gate = $0?.assumingMemoryBound(to: pthread_mutex_t.self) else { return nil }
        pthread_mutex_lock(gate)
        pthread_mutex_unlock(gate)
        return nil
      }
  #else
    private static let pass: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? =
      {
        let gate = $0.assumingMemoryBound(to: pthread_mutex_t.self)
        pthread_mutex_lock(gate)
        pthread_mutex_unlock(gate)
        return nil
      }
  #endif
}
