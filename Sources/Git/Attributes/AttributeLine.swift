/// A line of an attribute file that has an effect in git.
struct AttributeLine {
  enum Subject {
    case paths(AttributePattern)
    /// `[attr]NAME`: a macro, which sets other attributes where it is set.
    case macro(String)
  }

  struct Setting {
    let name: String
    let value: AttributeValue
  }

  let subject: Subject
  let settings: [Setting]

  /// In bytes. Git skips longer lines, its older versions read them in pieces, and libraries read
  /// them whole.
  private static let maximumLength = 2046

  /// The beginning of attribute names that newer versions of git reserve.
  private static let reserved = "builtin_"

  /// Why versions of git read the line differently, or nil where they don't.
  static func doubt(of line: ArraySlice<UInt8>) -> String? {
    guard line.count <= maximumLength else { return "it is longer than \(maximumLength) bytes" }
    return isReserved(line) ? "it names an attribute that begins with '\(reserved)'" : nil
  }

  private static func isReserved(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.split { AttributeLine.isBlank($0) }
    guard let first = words.first, first.first != UInt8(ascii: "#") else { return false }
    return words.contains { word in
      let name = word.drop { [UInt8(ascii: "-"), UInt8(ascii: "!")].contains($0) }
      return name.starts(with: reserved.utf8) || word.starts(with: ("[attr]" + reserved).utf8)
    }
  }

  /// The lines that are read from one line, each up to a zero byte.
  static func pieces(
    of line: ArraySlice<UInt8>, _ reading: AttributeReading, _ habit: AttributeHabit
  ) -> [ArraySlice<UInt8>] {
    func text(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> { line.prefix { $0 != 0 } }
    switch habit {
    case .usual, .reserving:
      let text = text(line)
      let isPassed = habit == .reserving && isReserved(line)
      return text.count > maximumLength + 1 || isPassed ? [] : [text]
    case .inPieces where reading == .disk:
      // The buffer of older versions holds this much.
      return stride(from: line.startIndex, to: line.endIndex, by: maximumLength + 1).map {
        text(line[$0..<min($0 + maximumLength + 1, line.endIndex)])
      }
    case .inPieces, .whole: return [text(line)]
    }
  }

  /// Returns nil where git skips the line: it is empty, a comment, or not well-formed.
  init?(_ line: ArraySlice<UInt8>, takesMacros: Bool) {
    let line = line.drop { AttributeLine.isBlank($0) }
    guard let first = line.first, first != UInt8(ascii: "#") else { return nil }
    var (name, rest) = AttributeLine.word(line)
    if first == UInt8(ascii: "\""), let quoted = QuotedText(line) {
      (name, rest) = (quoted.bytes, quoted.rest)
    }
    var settings: [Setting] = []
    for word in rest.split(whereSeparator: AttributeLine.isBlank) {
      guard let setting = Setting(word) else { return nil }
      settings.append(setting)
    }
    self.settings = settings
    let prefix = Array("[attr]".utf8)
    guard name.count > prefix.count, name.starts(with: prefix) else {
      guard let pattern = AttributePattern(name) else { return nil }
      subject = .paths(pattern)
      return
    }
    let macro = AttributeLine.word(
      name[prefix.count...].drop { AttributeLine.isBlank($0) }
    ).word
    guard takesMacros, Setting.isName(macro[...]) else { return nil }
    subject = .macro(String(decoding: macro, as: UTF8.self))
  }

  private static func word(
    _ text: ArraySlice<UInt8>
  ) -> (word: [UInt8], rest: ArraySlice<UInt8>) {
    let word = text.prefix { !isBlank($0) }
    return (Array(word), text[word.endIndex...])
  }

  static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0D, 0x0A].contains(byte) }
}

extension AttributeLine.Setting {
  /// Reads `NAME`, `-NAME`, `!NAME` or `NAME=VALUE`; returns nil where the name is not valid.
  init?(_ word: ArraySlice<UInt8>) {
    let sign = word.first.flatMap { [0x2D, 0x21].contains($0) ? $0 : nil }
    let rest = sign == nil ? word : word.dropFirst()
    let name = rest.prefix { $0 != UInt8(ascii: "=") }
    guard AttributeLine.Setting.isName(name) else { return nil }
    self.name = String(decoding: name, as: UTF8.self)
    switch sign {
    case UInt8(ascii: "-"): value = .unset
    case UInt8(ascii: "!"): value = .unspecified
    default:
      value =
        name.endIndex == rest.endIndex
        ? .set : .text(String(decoding: rest[(name.endIndex + 1)...], as: UTF8.self))
    }
  }

  static func isName(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, first != UInt8(ascii: "-") else { return false }
    return name.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "-._".utf8.contains(byte)
      }
    }
  }
}
