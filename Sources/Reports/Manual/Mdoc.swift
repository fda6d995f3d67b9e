/// Text in the language of manual pages, mdoc(7), as a list of input lines.
struct Mdoc {
  private(set) var lines: [String] = []

  /// The most bytes of a line of text: longer ones are broken at spaces.
  private static let width = 78

  var text: String { lines.map { $0 + "\n" }.joined() }

  /// Adds a macro with arguments that are macros themselves, such as `Fl`, or were made by
  /// ``argument(_:)``.
  mutating func macro(_ name: String, _ arguments: String...) {
    lines.append((["." + name] + arguments).joined(separator: " "))
  }

  /// Adds the lines that another text holds.
  mutating func append(_ other: Mdoc) { lines += other.lines }

  /// Adds prose, each sentence from a line of its own on.
  mutating func prose(_ text: String) {
    for sentence in Mdoc.sentences(text) {
      var line = ""
      for word in sentence.split(separator: " ") {
        let word = Mdoc.escaped(String(word))
        if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > Mdoc.width {
          add(line)
          line = ""
        }
        line += line.isEmpty ? word : " " + word
      }
      add(line)
    }
  }

  /// Adds lines that are shown as they are.
  mutating func literal(_ lines: [String]) {
    macro("Bd", "-literal", "-offset", "indent")
    for line in lines { self.lines.append(Mdoc.guarded(Mdoc.escaped(line))) }
    macro("Ed")
  }

  private mutating func add(_ line: String) {
    if !line.isEmpty { lines.append(Mdoc.guarded(line)) }
  }

  /// Breaks a text behind each full stop that ends a sentence.
  private static func sentences(_ text: String) -> [String] {
    var sentences: [String] = []
    var words: [Substring] = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if let last = words.last?.last, ".?!".contains(last), word.first?.isLowercase == false {
        sentences.append(words.joined(separator: " "))
        words = []
      }
      words.append(word)
    }
    return sentences + [words.joined(separator: " ")]
  }

  /// A line that does not begin with what the formatter takes for a macro.
  private static func guarded(_ line: String) -> String {
    line.hasPrefix(".") ? "\\&" + line : line
  }

  /// The text with each character that the formatter would change named by what prints it.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "^": escaped += "\\(ha"
      case "~": escaped += "\\(ti"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// One argument of a macro, quoted, and never taken for a macro or a punctuation mark itself.
  static func argument(_ text: String) -> String {
    let inner = "\\&" + escaped(text).replacing("\"", with: "\\(dq")
    return inner.utf8.contains(UInt8(ascii: " ")) ? "\"\(inner)\"" : inner
  }
}
