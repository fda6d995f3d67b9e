import ArgumentParser

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the system grants this process, looked at before anything else: where memory or descriptors
/// run out later, a run could end without a sentence.
enum SystemLimits {
  /// Open files at once, at the least and as the limit is raised to where that is allowed.
  private static let (fewestFiles, wantedFiles) = (64, 1_024)
  /// Bytes of address space: threads reserve far more than they use.
  private static let leastMemory = 1 << 30
  /// Bytes of the stack, by which the stacks of threads are measured too.
  private static let leastStack = 1 << 20

  /// Raises what it may, and says what is too little; returns the code to end with then.
  static func prepare() -> ExitCode? {
    raiseFiles()
    guard let words = shortage() else { return nil }
    Console.printError("rspmaint: the system allows this process \(words)\n")
    return ExitCode(71)
  }

  private static func shortage() -> String? {
    if freeFiles() < fewestFiles {
      return "fewer than \(fewestFiles) more open files\n  help: raise the limit: 'ulimit -n 1024'"
    }
    for (limit, option, word) in [(RLIMIT_AS, "v", "memory"), (RLIMIT_DATA, "d", "data")] {
      guard let most = soft(limit), most < leastMemory else { continue }
      return "\(most >> 20) MiB of \(word), and \(leastMemory >> 20) MiB are needed\n"
        + "  help: raise the limit: 'ulimit -\(option) unlimited'"
    }
    if let most = soft(RLIMIT_STACK), most < leastStack {
      return "\(most >> 10) KiB of stack, and \(leastStack >> 10) KiB are needed\n"
        + "  help: raise the limit: 'ulimit -s 8192'"
    }
    return nil
  }

  private static func raiseFiles() {
    var limit = rlimit()
    guard getrlimit(number(RLIMIT_NOFILE), &limit) == 0 else { return }
    let wanted = min(limit.rlim_max, rlim_t(wantedFiles))
    guard limit.rlim_cur < wanted else { return }
    limit.rlim_cur = wanted
    setrlimit(number(RLIMIT_NOFILE), &limit)
  }

  /// How many files can be opened, at most as many as are needed: some may be open from the start.
  private static func freeFiles() -> Int {
    var copies: [Int32] = []
    defer { for copy in copies { close(copy) } }
    while copies.count < fewestFiles {
      let copy = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
      guard copy >= 0 else { break }
      copies.append(copy)
    }
    return copies.count
  }

  #if canImport(Glibc)
    private typealias Resource = __rlimit_resource
    private static func number(_ limit: Resource) -> __rlimit_resource_t {
      __rlimit_resource_t(limit.rawValue)
    }
  #else
    private typealias Resource = Int32
    private static func number(_ limit: Resource) -> Int32 { limit }
  #endif

  /// A limit that is set, in bytes; nil where there is none.
  private static func soft(_ resource: Resource) -> Int? {
    var limit = rlimit()
    guard getrlimit(number(resource), &limit) == 0 else { return nil }
    return Int(exactly: limit.rlim_cur)
  }
}
