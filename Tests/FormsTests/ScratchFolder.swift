import Foundation
import TestSupport

/// A folder for the files of one test, and the programs that read and write them.
struct ScratchFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/rspmaint-forms-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
    return path + "/" + name
  }

  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
  }

  func run(_ program: String, _ arguments: [String]) throws -> Outcome {
    try Running(
      program, arguments, ["PATH": "/usr/bin:/bin", "HOME": path, "LC_ALL": "C.UTF-8"], path,
      output: path + "/output-\(UUID().uuidString)"
    ).wait()
  }
}
