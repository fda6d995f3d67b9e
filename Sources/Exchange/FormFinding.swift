package import Forms
import PortfolioModel

/// What is wrong in a form that came back, with the place: the rest of the form is taken.
package struct FormFinding: Hashable, Sendable, CustomStringConvertible {
  package let place: FormPlace
  package let message: String
  /// What helps; empty where nothing does.
  package let help: String

  package init(_ message: String, at place: FormPlace, help: String = "") {
    (self.message, self.place, self.help) = (message, place, help)
  }

  /// As `de.docx, table 1, row 4, column 5: 'tx' is not a type of comment (write ge, te or ed)`.
  package var description: String {
    "\(place): \(message)" + (help.isEmpty ? "" : " (\(help))")
  }
}

/// Words of cells as records hold them.
package enum CellText {
  /// As a finding quotes them: on one line, and cut where they are long.
  package static func quoted(_ text: String) -> String {
    let line = line(text) ?? ""
    let most = 80
    return line.unicodeScalars.count > most ? String(line.unicodeScalars.prefix(most)) + "…" : line
  }

  /// On one line; nil where the cell is empty.
  static func line(_ text: String) -> String? {
    let words = text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
    let line = HiddenCharacter.spelledOut(in: words.joined(separator: " "))
    return line.isEmpty ? nil : line
  }

  /// With its lines, of which none ends in a space; nil where the cell is empty.
  static func lines(_ text: String) -> String? {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        HiddenCharacter.spelledOut(
          in: String(String.UnicodeScalarView(line.map { $0 == "\t" ? " " : $0 })).trimmedEnd)
      }
    let shown = lines.joined(separator: "\n").trimmed
    return shown.isEmpty ? nil : shown
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    let scalars = unicodeScalars
    guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
    return String(scalars[...last])
  }
}
