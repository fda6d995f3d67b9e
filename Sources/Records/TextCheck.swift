import Diagnostics
import PortfolioModel

/// Finds what is not allowed in a file's text before the text is read as YAML.
struct TextCheck {
  private let path: String
  private(set) var findings = FindingList()
  /// The text with LF line ends and without a byte order mark, or nil where it is not UTF-8.
  private(set) var text: String?

  init(_ bytes: [UInt8], path: String) {
    self.path = path
    guard bytes.count <= Limits.record else {
      report(
        .oversizedFile, 0, 0, "the file is larger than \(Limits.inWords(Limits.record))",
        "split or shorten it")
      return
    }
    guard let decoded = String(validating: bytes, as: UTF8.self) else {
      let (line, column) = TextCheck.firstInvalid(in: bytes)
      report(.invalidUTF8, line, column, "the file is not UTF-8 text", "save it as UTF-8")
      return
    }
    var scalars = Array(decoded.unicodeScalars)
    if scalars.first == "\u{FEFF}" {
      report(.byteOrderMark, 1, 1, "the file starts with a byte order mark", "save it without")
      scalars.removeFirst()
    }
    let clean = check(scalars)
    guard !findings.isEmpty else {
      text = decoded
      return
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: clean)
    text = String(view)
  }

  /// The mark that git writes before the first side of a conflict.
  private static let conflict = Array("<<<<<<< ".unicodeScalars)

  /// Whether the text can be handed to the YAML reader.
  var isReadable: Bool {
    findings.rules.isSubset(of: [.carriageReturn, .byteOrderMark])
  }

  private mutating func check(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var clean: [Unicode.Scalar] = []
    clean.reserveCapacity(scalars.count)
    var (line, column, isIndentation, sawReturn) = (1, 1, true, false)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\n":
        clean.append(scalar)
        (line, column, isIndentation) = (line + 1, 1, true)
        continue
      case "\r":
        if !sawReturn {
          report(
            .carriageReturn, line, column, "the lines end in CR LF or CR, not in LF",
            "run \(run: .verb(.format))")
        }
        sawReturn = true
        let isPair = index + 1 < scalars.count && scalars[index + 1] == "\n"
        if !isPair {
          clean.append("\n")
          (line, column, isIndentation) = (line + 1, 1, true)
        }
        continue
      case "<" where column == 1 && scalars[index...].prefix(8).elementsEqual(TextCheck.conflict):
        report(
          .conflictMarkers, line, column, "a merge stopped here, and both sides are in the file",
          "keep what is right of both, take out the lines '<<<<<<<', '=======' and '>>>>>>>'")
      case "%" where column == 1:
        // Checked here because the YAML reader searches all declared tags again for each new one.
        report(
          .yamlSyntax, line, column, "a directive starts here", "remove the line: a file has none")
      case "\t" where isIndentation:
        report(.tabIndentation, line, column, "a tab indents the line", "indent with spaces")
      default:
        if ForbiddenCharacter.isForbidden(scalar) {
          report(
            .forbiddenCharacter, line, column,
            "the character \(ForbiddenCharacter.name(scalar)) is not allowed in a file",
            "remove it")
        }
      }
      if scalar != " " { isIndentation = isIndentation && scalar == "\t" }
      clean.append(scalar)
      column += 1
    }
    return clean
  }

  private mutating func report(
    _ rule: RuleID, _ line: Int, _ column: Int, _ message: @autoclosure () -> String,
    _ help: Hint
  ) {
    findings.report(
      rule, at: SourceLocation(path: path, line: line, column: column), message(), help: [help])
  }

  /// Line and column of the first byte that is not UTF-8.
  private static func firstInvalid(in bytes: [UInt8]) -> (Int, Int) {
    var (low, high) = (0, bytes.count)
    // Find the longest valid prefix, up to a character that is cut in two.
    while low < high {
      let middle = (low + high + 1) / 2
      let isValid = (0...3).contains { cut in
        middle >= cut && String(validating: bytes[..<(middle - cut)], as: UTF8.self) != nil
          && bytes[(middle - cut)..<middle].allSatisfy { $0 >= 0x80 }
      }
      if isValid { low = middle } else { high = middle - 1 }
    }
    while low > 0, String(validating: bytes[..<low], as: UTF8.self) == nil { low -= 1 }
    let before = String(decoding: bytes[..<low], as: UTF8.self)
    var (line, column, sawReturn) = (1, 1, false)
    for scalar in before.unicodeScalars {
      switch scalar {
      case "\n" where sawReturn: break
      case "\n", "\r": (line, column) = (line + 1, 1)
      default: column += 1
      }
      sawReturn = scalar == "\r"
    }
    return (line, column)
  }
}
