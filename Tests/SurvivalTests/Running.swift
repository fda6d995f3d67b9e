import Foundation

/// A program under way, its output in files so that no pipe can fill up.
final class Running {
  private let process = Process()
  private let output: String
  private let done = DispatchSemaphore(value: 0)
  let started = ContinuousClock.now

  init(
    _ program: String, _ arguments: [String], _ environment: [String: String], _ folder: String,
    output: String
  ) throws {
    self.output = output
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    for name in [".out", ".err"] {
      try Data().write(to: URL(fileURLWithPath: output + name))
    }
    process.standardInput = FileHandle.nullDevice
    let out = try FileHandle(forWritingTo: URL(fileURLWithPath: output + ".out"))
    let err = try FileHandle(forWritingTo: URL(fileURLWithPath: output + ".err"))
    process.standardOutput = out
    process.standardError = err
    process.terminationHandler = { [done] _ in done.signal() }
    try process.run()
    // At once: thousands of runs would use up the descriptors.
    try out.close()
    try err.close()
  }

  var id: Int32 { process.processIdentifier }

  var isRunning: Bool { process.isRunning }

  func send(_ signal: Int32) { _ = Foundation.kill(id, signal) }

  func wait() throws -> Place.Outcome {
    done.wait()
    let code =
      process.terminationReason == .uncaughtSignal
      ? 128 + process.terminationStatus : process.terminationStatus
    return Place.Outcome(
      out: try String(contentsOfFile: output + ".out", encoding: .utf8),
      err: try String(contentsOfFile: output + ".err", encoding: .utf8), code: code)
  }
}
