import Diagnostics

extension Typed {
  /// What is to be typed, in quotation marks where it has none of its own.
  static func cited(_ command: String) -> String {
    command.utf8.contains(UInt8(ascii: "'")) ? command : "'\(command)'"
  }

  static func words(_ texts: [String]) -> String { texts.map(word).joined(separator: " ") }
}
