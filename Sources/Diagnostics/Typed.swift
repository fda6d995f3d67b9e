/// Quotes words of commands in messages, so that a user can copy the commands into a shell.
package enum Typed {
  /// A word in the shell's single quotes.
  package static func quoted(_ text: String) -> String {
    let parts = text.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
    return "'" + parts.map { String(Substring($0)) }.joined(separator: #"'\''"#) + "'"
  }

  /// A word for the shell, quoted only where that is necessary.
  package static func word(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "/._-+,:@%=".utf8.contains(byte)
      }
    }
    return isPlain && !text.isEmpty && !text.hasPrefix("-") ? text : quoted(text)
  }
}
