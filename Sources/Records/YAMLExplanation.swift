import Diagnostics

/// A fault in a reader's words, at the place that has to be mended.
struct YAMLExplanation {
  let line: Int
  let column: Int
  let message: String
  let help: Hint

  private init(_ place: (line: Int, column: Int), _ message: String, _ help: Hint) {
    (line, column) = place
    self.message = message
    self.help = help
  }

  /// Explains a fault of a text.
  ///
  /// - Parameter quote: the last quoted text that goes on over several lines. Where it ends in the
  ///   fault's line, its own quotation mark is missing: the file's canonical form has no such text.
  init(_ fault: YAMLFault, in text: String, quote: YAMLEvent?) {
    let place = (line: fault.line, column: fault.column)
    let line = YAMLExplanation.line(fault.line, of: text)
    if fault.context == "while scanning a quoted scalar" {
      self = YAMLExplanation.unclosedQuote(fault.opening)
    } else if let quote, quote.end.line == fault.line {
      self = YAMLExplanation.unclosedQuote((quote.start.line, quote.start.column))
    } else {
      self = YAMLExplanation.explained(fault, place, line, in: text)
    }
  }

  private static func unclosedQuote(_ place: (line: Int, column: Int)) -> YAMLExplanation {
    YAMLExplanation(
      place, "the quotation mark that opens here is not closed on its line",
      "close it at the end of the text, or take it away")
  }

  private static func explained(
    _ fault: YAMLFault, _ place: (line: Int, column: Int), _ line: Substring, in text: String
  ) -> YAMLExplanation {
    switch fault.problem {
    case "mapping values are not allowed in this context":
      return colon(place, line, before: YAMLExplanation.line(fault.line - 1, of: text))
    case "could not find expected ':'":
      return YAMLExplanation(
        fault.context == "while scanning a simple key" ? fault.opening : place,
        "this line has no ':' after the name of a field", "write it as 'field: value'")
    case "did not find expected key":
      return YAMLExplanation(
        place, "this line is not indented like the fields around it",
        "indent it by as many spaces as the fields that it belongs to")
    case "did not find expected '-' indicator":
      return YAMLExplanation(
        place, "this line is no item of the list that goes on here",
        "begin it with '- ', indented like the other items")
    case "block sequence entries are not allowed in this context":
      return YAMLExplanation(
        place, "an item of a list can't stand in the line of its field",
        "begin a new line with it, indented by two spaces, or write the list as '[a, b]'")
    case "did not find expected ',' or ']'":
      return bracket("[", "]", fault)
    case "did not find expected ',' or '}'":
      return bracket("{", "}", fault)
    case "found unknown escape character":
      return YAMLExplanation(
        place, "a backslash in double quotes stands before a character that it can't precede",
        "write two backslashes, or put the text in single quotes")
    case "found character that cannot start any token":
      return firstCharacter(place, line)
    case "did not find expected alphabetic or numeric character":
      return firstCharacter(fault.opening, YAMLExplanation.line(fault.opening.line, of: text))
    default:
      return YAMLExplanation(
        place, "this can't be read as YAML",
        "check the indentation, quotes and brackets up to this place")
    }
  }

  private static func bracket(
    _ open: String, _ close: String, _ fault: YAMLFault
  ) -> YAMLExplanation {
    YAMLExplanation(
      fault.opening, "the '\(open)' that opens here is not closed",
      "close it with '\(close)', with commas between the items; text that holds "
        + "brackets, commas or ': ' goes in quotes")
  }

  /// A second colon in a line, or a line that is indented below one with a value.
  private static func colon(
    _ place: (line: Int, column: Int), _ line: Substring, before: Substring
  ) -> YAMLExplanation {
    let field = YAMLLine(line)
    if let value = field.value, value.contains(": ") || value.hasSuffix(":") {
      return YAMLExplanation(
        (place.line, field.valueColumn), "text that holds ': ' needs quotes",
        "write \(field.quoted)")
    }
    if let before = YAMLLine(before).value, !before.isEmpty {
      return YAMLExplanation(
        (place.line, field.indentation + 1),
        "this line is indented below one that has a value already",
        "indent it by as many spaces as the fields that it belongs to")
    }
    return YAMLExplanation(
      place, "a ':' can't stand here", "put text that holds ': ' in quotes")
  }

  private static func firstCharacter(
    _ place: (line: Int, column: Int), _ line: Substring
  ) -> YAMLExplanation {
    let field = YAMLLine(line)
    let help: Hint =
      field.value != nil && field.valueColumn == place.column
      ? "put the text in quotes: \(field.quoted)" : "put the text in quotes"
    guard let first = line.unicodeScalars.dropFirst(place.column - 1).first else {
      return YAMLExplanation(place, "text can't begin like this without quotes", help)
    }
    return YAMLExplanation(place, "text can't begin with '\(first)' without quotes", help)
  }

  /// A line of the text, counted from 1; empty where there is none.
  private static func line(_ number: Int, of text: String) -> Substring {
    guard number > 0 else { return "" }
    return text.split(
      separator: "\n", maxSplits: number, omittingEmptySubsequences: false
    ).dropFirst(number - 1).first ?? ""
  }
}
