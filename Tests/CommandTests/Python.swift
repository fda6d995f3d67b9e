import Foundation
import TestSupport
import Testing

/// The Python whose packages read what this tool writes: `RSPMAINT_PYTHON` names it.
/// `RSPMAINT_REQUIRE_PYTHON_TOOLS=1` makes it a failure that there is none.
enum Python {
  private static let environment = ProcessInfo.processInfo.environment
  private static let path = environment["RSPMAINT_PYTHON"]

  static let isThere = path != nil || environment["RSPMAINT_REQUIRE_PYTHON_TOOLS"] == "1"

  static let missing: Comment = "RSPMAINT_PYTHON is missing, so no other program read it."

  /// Where its programs and this tool are found.
  static var variables: [String: String] {
    get throws {
      let folder = URL(fileURLWithPath: try #require(path)).deletingLastPathComponent().path
      let binary = URL(fileURLWithPath: Sandbox.binary).deletingLastPathComponent().path
      return ["PATH": "\(folder):\(binary):/usr/bin:/bin"]
    }
  }

  /// Runs a program that a package brought, in the sandbox.
  static func run(
    _ program: String, _ arguments: [String], in sandbox: Sandbox
  ) throws -> Outcome {
    let folder = URL(fileURLWithPath: try #require(path)).deletingLastPathComponent().path
    return try sandbox.start(
      folder + "/" + program, arguments, .editor, input: nil, try variables)
  }

  /// Runs a script with the package's Python.
  static func script(_ text: String, _ arguments: [String], in sandbox: Sandbox) throws -> Outcome {
    try run("python", ["-c", text] + arguments, in: sandbox)
  }
}
