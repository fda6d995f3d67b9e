import Diagnostics

extension FieldKind {
  /// Finds what no field can hold: a line break in an item of a list, or prose that is not in its
  /// form.
  static func textProblems(
    inAnything value: FieldValue, at path: @autoclosure () -> FieldPath
  ) -> [SchemaProblem] {
    switch value {
    case .text(let text): return value.isProse ? proseProblems(in: text, at: path()) : []
    case .list(let items):
      return items.enumerated().flatMap { index, item in
        item.isProse
          ? FieldKind.line.textProblems(in: item.text ?? "", at: path().appending(index))
          : textProblems(inAnything: item, at: path().appending(index))
      }
    case .fields(let fields):
      return fields.entries.flatMap {
        textProblems(inAnything: $0.value, at: path().appending($0.name))
      }
    }
  }

  /// Checks the form of prose: no line ends in a space, and the first is neither blank nor
  /// indented.
  static func proseProblems(
    in text: String, at path: @autoclosure () -> FieldPath
  ) -> [SchemaProblem] {
    let (space, newline) = (UInt8(ascii: " "), UInt8(ascii: "\n"))
    if [space, newline].contains(text.utf8.first ?? newline) {
      return [
        SchemaProblem(
          .notCanonical, at: path(), "the text starts with a blank or indented line",
          help: ["start with a word"])
      ]
    }
    if hasLineThatEndsInSpace(text) {
      return [
        SchemaProblem(
          .notCanonical, at: path(), "a line of the text ends in a space",
          help: ["remove the space at the line's end"])
      ]
    }
    return []
  }
  /// Looks in one pass: texts can be a mebibyte of short lines.
  private static func hasLineThatEndsInSpace(_ text: String) -> Bool {
    let (space, newline) = (UInt8(ascii: " "), UInt8(ascii: "\n"))
    func has(_ bytes: some Sequence<UInt8>) -> Bool {
      var (last, found) = (newline, false)
      for byte in bytes {
        if byte == newline, last == space { found = true }
        last = byte
      }
      return found || last == space
    }
    return text.utf8.withContiguousStorageIfAvailable { has($0) } ?? has(text.utf8)
  }
}
