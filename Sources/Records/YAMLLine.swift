/// One line of a file, as 'field: value' or '- value'.
struct YAMLLine {
  /// How many spaces the line begins with.
  let indentation: Int
  /// What stands before the value: "  field: ", or "- ".
  private let head: Substring
  /// What stands after the field's name; nil where the line has none.
  let value: Substring?

  init(_ line: Substring) {
    indentation = line.prefix { $0 == " " }.count
    let isItem = line.dropFirst(indentation).hasPrefix("- ")
    if isItem {
      head = line.prefix(indentation + 2)
      value = line.dropFirst(indentation + 2)
    } else if let colon = line.firstIndex(of: ":") {
      let start =
        line[colon...].dropFirst().firstIndex { $0 != " " } ?? line.endIndex
      head = line[..<start]
      value = line[start...]
    } else {
      head = line.prefix(indentation)
      value = nil
    }
  }

  /// The column of the value, from 1.
  var valueColumn: Int { head.unicodeScalars.count + 1 }

  /// The line with its value in single quotes, without its indentation.
  var quoted: String {
    let text = String(value ?? "").replacing("'", with: "''")
    return "\(head.dropFirst(indentation))'\(text)'"
  }
}
