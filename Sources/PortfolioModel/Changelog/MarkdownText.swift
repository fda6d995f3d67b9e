/// Makes text from records safe for Markdown, so that none of it is read as markup.
package enum MarkdownText {
  /// The text on one line, with every character escaped that has a meaning in Markdown.
  package static func escaped(_ text: String) -> String {
    let special: Set<Unicode.Scalar> = [
      "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "@", "$",
    ]
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        result += " "
      } else if HiddenCharacter.isHidden(scalar) {
        result += "\\" + HiddenCharacter.spelledOut(in: String(scalar))
      } else {
        if special.contains(scalar) { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return withoutLeadingMark(result.hasSuffix(" ") ? String(result.dropLast()) : result)
  }

  /// Escapes a mark at the beginning of a line that would start a list, a rule or a heading's
  /// underline.
  private static func withoutLeadingMark(_ text: String) -> String {
    let space = UInt8(ascii: " ")
    guard let first = text.utf8.first else { return text }
    if "-+=".utf8.contains(first) {
      let rest = text.utf8.drop { $0 == first }
      return rest.isEmpty || rest.first == space ? "\\" + text : text
    }
    let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let rest = text.utf8.dropFirst(digits.count)
    guard !digits.isEmpty, let mark = rest.first, ".)".utf8.contains(mark),
      rest.count == 1 || rest.dropFirst().first == space
    else { return text }
    return String(decoding: digits, as: UTF8.self) + "\\" + String(decoding: rest, as: UTF8.self)
  }

  /// A word as code, unless it holds something that would end the code or a table's cell.
  package static func code(_ word: String) -> String {
    let isSafe =
      !word.isEmpty && !word.hasPrefix(" ") && !word.hasSuffix(" ")
      && word.unicodeScalars.allSatisfy {
        $0 != "`" && $0 != "|" && $0 != "\n" && !HiddenCharacter.isHidden($0)
      }
    return isSafe ? "`\(word)`" : escaped(word)
  }

  /// A word of a closed list unchanged; any other text escaped.
  package static func word(_ word: String) -> String {
    let isWord = word.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-")
    }
    return isWord ? word : "“\(escaped(word))”"
  }

  /// A change of a field: "`field` from A to B", or "`field` without A, with B".
  package static func changed(
    _ change: FieldChange, cutBy abridgement: Abridgement
  ) -> String {
    let field = code(abridgement.quoted(change.field))
    func value(_ value: FieldValue) -> String {
      switch value {
      case .text(let text): word(abridgement.quoted(text))
      default: escaped(abridgement.quoted(value.inlineBare))
      }
    }
    if change.changesList {
      let parts =
        (change.drop.isEmpty
          ? [] : ["without \(change.drop.map { value($0) }.listed)"])
        + (change.insert.isEmpty ? [] : ["with \(change.insert.map { value($0) }.listed)"])
      return "\(field) \(parts.listed)"
    }
    switch (change.from, change.to) {
    case (nil, let to?): return "\(field) set to \(value(to))"
    case (let from?, nil): return "\(field) removed, was \(value(from))"
    case (let from?, let to?): return "\(field) from \(value(from)) to \(value(to))"
    case (nil, nil): return field
    }
  }
}
