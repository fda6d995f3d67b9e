import Foundation

/// A program under way, its output in files so that no pipe can fill up.
public final class Running {
  private let process = Process()
  private let output: String
  private let done = DispatchSemaphore(value: 0)
  public let started = ContinuousClock.now

  /// `output`: the path of the files to make for the input and the output, without their endings.
  public init(
    _ program: String, _ arguments: [String], _ environment: [String: String], _ folder: String,
    input: String = "", output: String
  ) throws {
    self.output = output
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    for (name, text) in [(".in", input), (".out", ""), (".err", "")] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: output + name))
    }
    let handles = [
      try FileHandle(forReadingFrom: URL(fileURLWithPath: output + ".in")),
      try FileHandle(forWritingTo: URL(fileURLWithPath: output + ".out")),
      try FileHandle(forWritingTo: URL(fileURLWithPath: output + ".err")),
    ]
    // Closed by hand: Foundation keeps them, and thousands of runs would use up the descriptors.
    defer { for handle in handles { try? handle.close() } }
    process.standardInput = handles[0]
    process.standardOutput = handles[1]
    process.standardError = handles[2]
    process.terminationHandler = { [done] _ in done.signal() }
    try process.run()
  }

  public var id: Int32 { process.processIdentifier }

  public var isRunning: Bool { process.isRunning }

  public func send(_ signal: Int32) { _ = Foundation.kill(id, signal) }

  /// Waits for its end; what it printed has to be text.
  public func wait() throws -> Outcome {
    let code = end()
    return Outcome(
      out: try String(contentsOfFile: output + ".out", encoding: .utf8),
      err: try String(contentsOfFile: output + ".err", encoding: .utf8), code: code)
  }

  /// Waits for its end; the exit code, or 128 and the signal's number.
  func end() -> Int32 {
    done.wait()
    return process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
  }
}
