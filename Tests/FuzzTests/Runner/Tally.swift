#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many runs there were, how far they came, and the longest.
struct Tally {
  /// The most that a run may take, in seconds of processor time.
  private static let limit = 2.0

  private var counts: [Run.Target: Int] = [:]
  private var deep: [Run.Target: Int] = [:]
  private var longest = 0.0

  /// Runs a run and says what did not hold.
  mutating func count(_ run: Run) throws -> [String] {
    let start = Tally.processorTime
    let (broken, reach) = try run.outcome()
    let seconds = Tally.processorTime - start
    longest = max(longest, seconds)
    counts[run.target, default: 0] += 1
    if reach > .bytes { deep[run.target, default: 0] += 1 }
    return broken + (seconds > Tally.limit ? ["it took \(seconds) s of processor time"] : [])
  }

  /// As `200 content (150 read)`, for each target.
  var summary: String {
    Run.Target.allCases.map { target in
      "\(counts[target] ?? 0) \(target.rawValue) (\(deep[target] ?? 0) \(Tally.word(target)))"
    }.joined(separator: ", ") + ", at most \(Int(longest * 1000)) ms"
  }

  private static func word(_ target: Run.Target) -> String {
    switch target {
    case .bytes, .content, .reader: "typed"
    case .proposal, .portfolio, .bundle: "judged"
    case .attributes: "telling"
    case .tree, .form: "read"
    }
  }

  /// The share of runs, in percent, that has to come further than a reader's first refusal: else the
  /// fuzzer shows nothing of what comes behind.
  private static let shares: [Run.Target: Int] = [
    .bytes: 5, .content: 20, .proposal: 50, .portfolio: 30, .reader: 10,
    .attributes: 30, .tree: 30, .form: 30, .bundle: 10,
  ]

  /// Targets of which too few runs came far, where there were enough to tell.
  var shallow: [String] {
    Run.Target.allCases.compactMap { target in
      let (count, far) = (counts[target] ?? 0, deep[target] ?? 0)
      guard count >= 100, far * 100 < count * (Tally.shares[target] ?? 0) else { return nil }
      return "only \(far) of \(count) runs on \(target.rawValue) were \(Tally.word(target))"
    }
  }

  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
