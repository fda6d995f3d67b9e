import Files
import Programs

/// The user's own editor, for text of more than a line.
enum Editor {
  /// Opens the editor on an empty file and returns what was written, or nil where it failed.
  static func text(_ editor: String) -> String? {
    do {
      let folder = try TemporaryFolder(wished: Console.variable("TMPDIR"))
      let file = try folder.write("", as: "text")
      // The editor is a command line of the user's own, which only a shell can read.
      let program = Program(
        "/bin/sh", arguments: ["-c", editor + " \"$1\"", "sh", file],
        environment: Console.environment, folder: Console.currentDirectory)
      guard try program.runOnTerminal() == 0, var bytes = try folder.read("text") else {
        return nil
      }
      while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      return nil
    }
  }
}
