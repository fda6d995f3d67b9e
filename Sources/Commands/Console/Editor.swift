#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The user's own editor, for text of more than a line.
enum Editor {
  /// Opens the editor on an empty file and returns what was written, or nil where it failed.
  static func text(_ editor: String) -> String? {
    var template = Array("/tmp/rspmaint-XXXXXX".utf8CString)
    let file = mkstemp(&template)
    guard file >= 0 else { return nil }
    close(file)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { unlink(path) }
    guard runShell("\(editor) '\(path)'") == 0, let stream = fopen(path, "r") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    while case let byte = getc(stream), byte != EOF {
      bytes.append(UInt8(truncatingIfNeeded: byte))
    }
    while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The editor is a command line of the user's own, which only a shell can read.
  private static func runShell(_ command: String) -> Int32 {
    var process = pid_t()
    let words: [UnsafeMutablePointer<CChar>?] = [
      strdup("/bin/sh"), strdup("-c"), strdup(command), nil,
    ]
    defer { for word in words { free(word) } }
    guard posix_spawn(&process, "/bin/sh", nil, nil, words, environ) == 0 else { return -1 }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return -1 } }
    return status
  }
}
