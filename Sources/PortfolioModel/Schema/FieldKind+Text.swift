import Diagnostics

extension FieldKind {
  /// Every way in which text is not of this kind.
  package func textProblems(
    in text: String, at path: @autoclosure () -> FieldPath, key: Bool = false
  ) -> [SchemaProblem] {
    if text.isBlank, !goesWhenTidied(text) {
      let path = path()
      return [
        SchemaProblem(
          .blankText, at: path, key: key, "\(path.nameOfText) is blank",
          help: ["write text that can be seen, or take it away"])
      ]
    }
    if case .prose = self { return FieldKind.proseProblems(in: text, at: path()) }
    let fault =
      text.hasLineFeed
      ? TextFault(.lineBreakInLine, "a line break in \(phrase)", "write the value on one line")
      : wordFault(in: text) ?? nameFault(in: text)
    return fault.map {
      [SchemaProblem($0.rule, at: path(), key: key, $0.message(), help: [$0.help()])]
    } ?? []
  }

  /// The fault of a number, a date or a word of a closed list, or nil.
  private func wordFault(in text: String) -> TextFault? {
    switch self {
    case .number where !FieldKind.isNumber(text):
      TextFault(
        .invalidNumber, "'\(text)' is not a whole number from 0 to 999999",
        "write digits only, without a leading zero")
    case .fraction where Fraction(text) == nil:
      TextFault(
        .invalidNumber, "'\(text)' is not a fraction from 0 to 1",
        "write two whole numbers, such as '2/3'")
    case .date(let words) where !words.contains(text) && CalendarDate(text) == nil:
      TextFault(.invalidDate, "'\(text)' is not \(phrase)", "write YYYY-MM-DD")
    case .word(let vocabulary) where !vocabulary.words.contains { $0.hasSameBytes(as: text) }:
      TextFault(
        .unknownWord, "'\(text)' is not a \(vocabulary.name)", vocabulary.hint(for: text))
    case .flag where text != "true":
      TextFault(.unknownWord, "'\(text)' is not 'true'", "write 'true', or remove the field")
    default: nil
    }
  }

  /// The fault of a text that names something, such as an id, a person, a link or a key, or nil.
  private func nameFault(in text: String) -> TextFault? {
    switch self {
    case .identifier where Identifier(text) == nil:
      TextFault(
        .invalidIdentifier, "'\(text)' is not an id",
        Identifier(slugOf: text).map { "write '\($0)'" as Hint }
          ?? "use a to z, 0 to 9 and single hyphens, at most \(Identifier.maximumLength)")
    case .person where Person(text)?.name.isBlank ?? true:
      TextFault(.invalidPerson, "'\(text)' is not a person", "write 'NAME <EMAIL>'")
    case .link where !FieldKind.isLink(text):
      TextFault(
        .invalidLink, "'\(text)' is not a link", "start it with https://, http:// or mailto:")
    case .objectID where !FieldKind.isHexadecimal(text, 40):
      TextFault(
        .wrongType, "'\(text)' is not an object id", "write all 40 hexadecimal digits")
    case .digest where !FieldKind.isHexadecimal(text, 64):
      TextFault(.wrongType, "'\(text)' is not a digest", "write all 64 hexadecimal digits")
    case .publicKey where PublicKey(text) == nil:
      TextFault(
        .memberKeyMalformed, "'\(text.prefix(40))' is not a public key",
        "write the first two words of the key's .pub file, without options and comment; "
          + "allowed: \(PublicKey.types.listed)")
    default: nil
    }
  }

  /// Whether the text is prose of only spaces and line feeds, which `format` removes.
  private func goesWhenTidied(_ text: String) -> Bool {
    guard case .prose = self else { return false }
    return ProseText.tidied(text).isEmpty
  }

  private static func isNumber(_ text: String) -> Bool {
    let isDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isDigits && (1...6).contains(text.utf8.count) && (text == "0" || text.first != "0")
  }

  private static func isLink(_ text: String) -> Bool {
    let schemes = ["https://", "http://", "mailto:"]
    guard let scheme = schemes.first(where: { text.asciiLowercased.hasPrefix($0) }) else {
      return false
    }
    return text.utf8.count > scheme.utf8.count && !text.contains(" ")
  }

  private static func isHexadecimal(_ text: String, _ length: Int) -> Bool {
    text.utf8.count == length && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }
}

extension FieldPath {
  /// The name that findings give the text at the path: "'scope'", "an item of 'sdo'".
  fileprivate var nameOfText: String {
    guard let last = steps.last, FieldPath.index(last) != nil, steps.count > 1 else {
      return "'\(steps.last ?? "")'"
    }
    return "an item of '\(steps[steps.count - 2])'"
  }
}

/// One fault of a text; its words are computed when they are read.
private struct TextFault {
  let rule: RuleID
  let message: @Sendable () -> String
  let help: @Sendable () -> Hint

  init(
    _ rule: RuleID, _ message: @autoclosure @escaping @Sendable () -> String,
    _ help: @autoclosure @escaping @Sendable () -> Hint
  ) {
    self.rule = rule
    self.message = message
    self.help = help
  }
}

extension Vocabulary {
  fileprivate func hint(for word: String) -> Hint {
    Nearest.hint(for: word, in: words, "allowed", isClosed: true)
  }
}
