import Foundation
import TestSupport
import Testing

@Suite("Hostile files")
struct FuzzTests {
  struct Outcome {
    let text: String
    let code: Int32
  }

  /// Runs the fuzzer in processes of its own.
  private func fuzz(
    _ arguments: [String] = [], runs: Int? = nil, found: String? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      ["bash", Checkout.root + "/.ci/fuzz", Checkout.built("rspmaint-fuzz")] + arguments
    var environment = ProcessInfo.processInfo.environment
    if let runs { environment["RSPMAINT_FUZZ_RUNS"] = String(runs) }
    if let found { environment["RSPMAINT_FUZZ_FOUND"] = found }
    process.environment = environment
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("rspmaint-fuzz-\(UUID().uuidString)")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try FileHandle(forWritingTo: file)
    defer { try? output.close() }
    process.standardOutput = output
    process.standardError = output
    let done = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in done.signal() }
    try process.run()
    done.wait()
    return Outcome(
      text: try String(contentsOf: file, encoding: .utf8), code: process.terminationStatus)
  }

  @Test("Are read without a crash, a hang or a broken promise", .slow)
  func holds() throws {
    let outcome = try fuzz()
    print(outcome.text)
    #expect(outcome.code == 0, "\(outcome.text)")
  }

  @Test(
    "Are named with their run where one fails",
    arguments: [
      ("--crash-at", "run 3 of seed 1 crashed"),
      ("--hang-at", "run 3 of seed 1 took more than ten seconds"),
      ("--break-at", "this run was to fail"),
    ])
  func failuresAreFound(option: String, sentence: String) throws {
    let found = FileManager.default.temporaryDirectory
      .appendingPathComponent("rspmaint-found-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: found) }
    let outcome = try fuzz([option, "3", "--seed", "1"], runs: 20, found: found.path)
    #expect(outcome.code == 1)
    #expect(outcome.text.contains(sentence), "\(outcome.text)")
    // Its files are kept, and run again before the next.
    let kept = try FileManager.default.contentsOfDirectory(atPath: found.path)
    #expect(kept == ["bytes-1-3"])
    let again = try fuzz(runs: 2, found: found.path)
    #expect(again.code == 0, "\(again.text)")
  }
}
