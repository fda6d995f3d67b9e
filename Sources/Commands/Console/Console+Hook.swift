import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Console {
  /// All lines of standard input; at most 16 MiB.
  static func inputLines() throws -> [String] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count == 0 { break }
      if count < 0, errno == EINTR { continue }
      guard count > 0, bytes.count + count <= 16 << 20 else {
        throw Refusal(.data, "standard input can't be read, or is too long")
      }
      bytes += buffer[..<count]
    }
    return bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The absolute path of this very program, without links.
  static func program() throws -> String {
    #if canImport(Glibc)
      let path = realpath("/proc/self/exe", nil)
    #else
      var size: UInt32 = 0
      _NSGetExecutablePath(nil, &size)
      var name = [CChar](repeating: 0, count: Int(size))
      let path = _NSGetExecutablePath(&name, &size) == 0 ? realpath(name, nil) : nil
    #endif
    guard let path else { throw Refusal(.refused, "the path of this program is not known") }
    defer { free(path) }
    return String(cString: path)
  }
}
