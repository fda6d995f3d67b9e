import Foundation
import Programs
import Testing

@Suite("Running other programs")
struct ProgramTests {
  private func shell(_ script: String, _ environment: [String: String] = [:]) -> Program {
    Program("/bin/sh", arguments: ["-c", script], environment: environment, folder: "/")
  }

  @Test("Passes input, environment and folder, and drains both streams")
  func streams() async throws {
    let input = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data("a\n".utf8).write(to: input)
    defer { try? FileManager.default.removeItem(at: input) }
    let program = shell("cat; printf '%s' \"$WORD\" >&2; pwd; exit 3", ["WORD": "käse"])
    let outcome = try await program.result(input: input.path).get()
    #expect(outcome.status == 3)
    #expect(outcome.output == Array("a\n/\n".utf8))
    #expect(outcome.errors == Array("käse".utf8))
  }

  @Test("Inherits nothing")
  func environment() async throws {
    let outcome = try await shell("printf '%s' \"${HOME-none}\"").result().get()
    #expect(outcome.output == Array("none".utf8))
  }

  @Test("Reports a signal as the shell does")
  func signals() async throws {
    #expect(try await shell("kill -9 $$").result().get().status == 137)
  }

  @Test("Finds a name on the path of the given environment only")
  func lookup() async throws {
    let found = Program(
      "true", arguments: [], environment: ["PATH": "/usr/bin:/bin"], folder: "/")
    #expect(try await found.result().get().status == 0)
    let missing = Program(
      "no-such-program", arguments: [], environment: ["PATH": "/usr/bin"], folder: "/")
    await #expect(throws: ProgramProblem.self) { try await missing.result().get() }
  }
}
