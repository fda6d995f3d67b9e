import Diagnostics

extension FieldKind {
  /// Every way in which text is not of this kind.
  package func textProblems(
    in text: String, at path: FieldPath, key: Bool = false
  ) -> [SchemaProblem] {
    func problem(
      _ rule: RuleID, _ message: @autoclosure @escaping @Sendable () -> String,
      _ help: @autoclosure @escaping @Sendable () -> String
    ) -> [SchemaProblem] {
      [SchemaProblem(rule, at: path, key: key, message(), help: [help()])]
    }
    if text.isBlank, !goesWhenTidied(text) {
      return problem(
        .blankText, "\(path.nameOfText) is blank",
        "write text that can be seen, or take it away")
    }
    if case .prose = self { return FieldKind.proseProblems(in: text, at: path) }
    if text.utf8.contains(UInt8(ascii: "\n")) {
      return problem(
        .lineBreakInLine, "a line break in \(phrase)", "write the value on one line")
    }
    switch self {
    case .number:
      guard FieldKind.isNumber(text) else {
        return problem(
          .invalidNumber, "'\(text)' is not a whole number from 0 to 999999",
          "write digits only, without a leading zero")
      }
    case .date(let words):
      guard words.contains(text) || CalendarDate(text) != nil else {
        return problem(.invalidDate, "'\(text)' is not \(phrase)", "write YYYY-MM-DD")
      }
    case .word(let vocabulary):
      guard vocabulary.words.contains(where: { $0.hasSameBytes(as: text) }) else {
        return problem(
          .unknownWord, "'\(text)' is not a \(vocabulary.name)", vocabulary.hint(for: text))
      }
    case .flag:
      guard text == "true" else {
        return problem(.unknownWord, "'\(text)' is not 'true'", "write 'true', or remove the field")
      }
    case .identifier:
      guard Identifier(text) != nil else {
        return problem(
          .invalidIdentifier, "'\(text)' is not an id",
          Identifier(slugOf: text).map { "write '\($0)'" }
            ?? Identifier.help(insteadOf: text))
      }
    case .person:
      guard let person = Person(text), !person.name.isBlank else {
        return problem(
          .invalidPerson, "'\(text)' is not a person", "write 'NAME <EMAIL>'")
      }
    case .link:
      guard FieldKind.isLink(text) else {
        return problem(
          .invalidLink, "'\(text)' is not a link", "start it with https://, http:// or mailto:")
      }
    case .objectID:
      guard FieldKind.isObjectID(text) else {
        return problem(
          .wrongType, "'\(text)' is not an object id", "write all 40 hexadecimal digits")
      }
    case .publicKey:
      guard PublicKey(text) != nil else {
        return problem(
          .memberKeyMalformed, "'\(text.prefix(40))' is not a public key",
          "write the first two words of the key's .pub file, without options and comment; "
            + "allowed: \(PublicKey.types.listed)")
      }
    default: break
    }
    return []
  }

  /// Whether the text is prose of spaces and line feeds alone, which `format` takes away.
  private func goesWhenTidied(_ text: String) -> Bool {
    guard case .prose = self else { return false }
    return ProseText.tidied(text).isEmpty
  }

  /// What no field can hold: a line break in an item of a list, or prose of another form.
  static func textProblems(inAnything value: FieldValue, at path: FieldPath) -> [SchemaProblem] {
    switch value {
    case .text(let text): return value.isProse ? proseProblems(in: text, at: path) : []
    case .list(let items):
      return items.enumerated().flatMap { index, item in
        let place = path.appending(index)
        return item.isProse
          ? FieldKind.line.textProblems(in: item.text ?? "", at: place)
          : textProblems(inAnything: item, at: place)
      }
    case .fields(let fields):
      return fields.entries.flatMap {
        textProblems(inAnything: $0.value, at: path.appending($0.name))
      }
    }
  }

  /// Prose lines end in no space; the first is neither blank nor indented.
  private static func proseProblems(in text: String, at path: FieldPath) -> [SchemaProblem] {
    let (space, newline) = (UInt8(ascii: " "), UInt8(ascii: "\n"))
    if [space, newline].contains(text.utf8.first ?? newline) {
      return [
        SchemaProblem(
          .notCanonical, at: path, "the text starts with a blank or indented line",
          help: ["start with a word"])
      ]
    }
    // One pass: texts can be a mebibyte of short lines.
    var last = newline
    var endsInSpace = false
    for byte in text.utf8 {
      if byte == newline, last == space { endsInSpace = true }
      last = byte
    }
    if endsInSpace || last == space {
      return [
        SchemaProblem(
          .notCanonical, at: path, "a line of the text ends in a space",
          help: ["remove the space at the line's end"])
      ]
    }
    return []
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

  private static func isObjectID(_ text: String) -> Bool {
    text.utf8.count == 40 && text.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }
}

extension FieldPath {
  /// What a finding calls the text at the path: "'scope'", "an item of 'sdo'".
  fileprivate var nameOfText: String {
    guard let last = steps.last, FieldPath.index(last) != nil, steps.count > 1 else {
      return "'\(steps.last ?? "")'"
    }
    return "an item of '\(steps[steps.count - 2])'"
  }
}

extension Vocabulary {
  fileprivate func hint(for word: String) -> String {
    let near = Nearest.match(for: word, in: words).map { "did you mean '\($0)'? " }
    return (near ?? "") + "allowed: \(words.listed)"
  }
}
