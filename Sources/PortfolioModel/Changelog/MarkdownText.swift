/// Text from records as it may stand in Markdown: nothing of it is markup.
package enum MarkdownText {
  /// The text on one line with every character escaped that Markdown gives a meaning to.
  package static func escaped(_ text: String) -> String {
    let special: Set<Unicode.Scalar> = [
      "\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "@", "$",
    ]
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        result += " "
      } else {
        if special.contains(scalar) { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return withoutListMark(result.last == " " ? String(result.dropLast()) : result)
  }

  /// What would start a list at the beginning of a line is escaped there.
  private static func withoutListMark(_ text: String) -> String {
    if text.hasPrefix("- ") || text.hasPrefix("+ ") { return "\\" + text }
    let digits = text.prefix { ("0"..."9").contains($0) }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, rest.hasPrefix(". ") || rest.hasPrefix(") ") else { return text }
    return digits + "\\" + rest
  }

  /// A word that holds no back quote, as code.
  package static func code(_ word: String) -> String {
    word.utf8.contains(UInt8(ascii: "`")) ? escaped(word) : "`\(word)`"
  }

  /// "`field` from A to B", "`field` without A, with B".
  package static func changed(_ change: FieldChange) -> String {
    let field = code(change.field)
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

  private static func value(_ value: FieldValue) -> String {
    switch value {
    case .text(let text):
      let isWord = text.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "-")
      }
      return isWord ? text : "“\(escaped(text))”"
    default: return escaped(value.inlineBare)
    }
  }
}
