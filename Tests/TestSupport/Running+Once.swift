import Foundation

extension Running {
  /// Runs a program to its end, and keeps nothing on disk; bytes that are no text are replaced.
  public static func once(
    _ program: String, _ arguments: [String], _ environment: [String: String],
    in folder: String = "/", input: String = ""
  ) throws -> Outcome {
    let output = FileManager.default.temporaryDirectory.path + "/rspmaint-run-\(UUID().uuidString)"
    defer {
      for end in [".in", ".out", ".err"] {
        try? FileManager.default.removeItem(atPath: output + end)
      }
    }
    let code = try Running(
      program, arguments, environment, folder, input: input, output: output
    ).end()
    func text(_ end: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: output + end)), as: UTF8.self)
    }
    return Outcome(out: try text(".out"), err: try text(".err"), code: code)
  }
}
