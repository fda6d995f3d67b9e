import Foundation
import Testing

/// A folder whose files are named by paths below it.
public protocol FileFolder {
  var root: String { get }
}

extension FileFolder {
  public func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: root + "/" + path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  public func read(_ path: String) throws -> String {
    try String(contentsOfFile: root + "/" + path, encoding: .utf8)
  }

  public func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try read(path)
    try #require(text.contains(old), "\(path) holds no '\(old)'")
    try write(text.replacingOccurrences(of: old, with: new), to: path)
  }

  public func copy(_ path: String, to other: String) throws {
    try FileManager.default.copyItem(atPath: root + "/" + path, toPath: root + "/" + other)
  }

  public func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root + "/" + path)
  }
}
