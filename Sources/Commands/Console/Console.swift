import Diagnostics
import Reports
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard output and error of this process.
enum Console {
  /// Prints to standard output. A failure is reported at the end, by ``outputProblem``, so that a
  /// verb that also writes files does not stop halfway.
  static func print(_ text: String) { print(bytes: Array(text.utf8)) }

  /// Prints bytes that may be no text; false where nobody can read more.
  @discardableResult
  static func print(bytes: [UInt8]) -> Bool {
    ProgressLine.clear()
    let code = write(bytes, to: STDOUT_FILENO)
    // Nobody reads any more, which is not a failure.
    if code != 0, code != EPIPE { failure.withLock { $0 = $0 ?? code } }
    return code == 0
  }

  /// Prints what a reader takes time for: in the pager where it is longer than the screen.
  static func show(_ text: String, pages: Bool = true) {
    ProgressLine.clear()
    if pages, Pager.show(text) { return }
    print(text)
  }

  /// Does the same with a text that is made piece by piece: without a pager each piece is printed as it
  /// comes, and no more are made when nobody reads them.
  static func show(pages: Bool, _ make: ((String) throws -> Void) throws -> Void) throws {
    if pages, Pager.isWanted {
      var text = ""
      try make { text += $0 }
      return show(text)
    }
    var piece: [UInt8] = []
    do {
      try make { text in
        piece += text.utf8
        guard piece.count >= pieceSize else { return }
        try printPiece(&piece)
      }
      try printPiece(&piece)
    } catch is NobodyReads {}
  }

  /// How many bytes are printed at once.
  private static let pieceSize = 1 << 16

  private struct NobodyReads: Error {}

  private static func printPiece(_ piece: inout [UInt8]) throws(NobodyReads) {
    guard print(bytes: piece) else { throw NobodyReads() }
    piece.removeAll(keepingCapacity: true)
  }

  static func printError(_ text: String) {
    ProgressLine.clear()
    writeError(text)
  }

  /// Writes to standard error as it is.
  static func writeError(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  private static let failure = Mutex<Int32?>(nil)

  /// Why standard output could not be written, in the system's words; nil where it could.
  static var outputProblem: String? {
    failure.withLock { $0 }.map { code in
      strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
  }

  /// Prints a note beside the result, on standard error.
  static func printNote(_ sentence: Hint) {
    printError("rspmaint: note: \(DisplayText.line(sentence.text))\n")
  }

  /// Passes on what another program printed, on standard error; only its tabs stay as they are.
  static func relay(_ text: String) {
    let parts = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    printError(parts.map(DisplayText.escaped).joined(separator: "\t"))
  }

  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  static var isErrorTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static var isInputTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// How many columns a report may take: those of the terminal, or `COLUMNS` where there is none,
  /// within what reads well.
  static var outputWidth: Int {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    let width = isKnown ? Int(size.ws_col) : variable("COLUMNS").flatMap { Int($0) } ?? 80
    return min(max(width, 40), 200)
  }

  /// How many lines the terminal shows, and how many columns.
  static var screen: (lines: Int, columns: Int) {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0
    return isKnown && size.ws_row > 0 && size.ws_col > 0
      ? (Int(size.ws_row), Int(size.ws_col)) : (24, 80)
  }

  /// A variable of the environment, or nil where it is not set.
  static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// The index that git gave to a hook; nil where it gave none.
  static var index: String? { variable("GIT_INDEX_FILE").map(absolute) }

  /// All variables; of several with one name the first.
  static var environment: [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee.map({ String(cString: $0) }) {
      if let sign = text.firstIndex(of: "="), sign != text.startIndex {
        let name = String(text[..<sign])
        variables[name] = variables[name] ?? String(text[text.index(after: sign)...])
      }
      entry += 1
    }
    return variables
  }

  static var currentDirectory: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  /// A path as a user typed it, made absolute.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : currentDirectory + "/" + path
  }

  /// 32 random hexadecimal digits.
  static func salt() -> String {
    let digits = Array("0123456789abcdef".utf8)
    let salt = (0..<32).map { _ in digits[Int.random(in: 0..<16)] }
    return String(decoding: salt, as: UTF8.self)
  }

  /// Seconds since 1970.
  static var now: Int { time(nil) }

  /// Minutes east of UTC, here and now.
  static var offsetMinutes: Int {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return Int(parts.tm_gmtoff) / 60
  }

  /// A closed pipe ends the output, not the process by a signal.
  static func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Opens what the caller has closed of the three standard files, on nothing: else the next file to
  /// be opened would take its number, and what is printed would go there.
  static func openStandardFiles() {
    for file in STDIN_FILENO...STDERR_FILENO where fcntl(file, F_GETFD) == -1 {
      // The lowest number that is free, which is this one.
      _ = open("/dev/null", O_RDWR)
    }
  }

  /// Returns the system's error number, or 0.
  @discardableResult
  private static func write(_ whole: [UInt8], to file: Int32) -> Int32 {
    var bytes = whole[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { systemWrite(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      bytes = bytes.dropFirst(count)
    }
    return 0
  }
}

// The C function under a name that the method does not hide.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
