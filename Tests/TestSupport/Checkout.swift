import Foundation

/// This checkout and what was built in it.
public enum Checkout {
  /// The folder that holds `Package.swift`.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The binary under test, by its own path without links: `RSPMAINT_BINARY`, or the one that was
  /// built with the tests.
  public static let binary =
    ProcessInfo.processInfo.environment["RSPMAINT_BINARY"].map {
      URL(fileURLWithPath: $0).resolvingSymlinksInPath().path
    } ?? built("rspmaint")

  /// A program that was built with the tests.
  public static func built(_ name: String) -> String {
    let test = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = test.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent(name).path
      if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
      folder.deleteLastPathComponent()
    }
    return root + "/.build/debug/" + name
  }
}
