import Diagnostics
import PortfolioModel
import Records
import Testing

/// A text with something wrong in it, and every finding that reading it has to give.
struct TextCase: Sendable, CustomTestStringConvertible {
  /// A rule, and the marker where its finding stands; no marker means the file as a whole.
  struct Expectation: Sendable {
    let rule: RuleID
    let marker: Int?

    init(_ rule: RuleID, _ marker: Int? = nil) {
      self.rule = rule
      self.marker = marker
    }
  }

  let label: String
  let schema: Schema
  let marked: String
  let expected: [Expectation]

  init(_ label: String, _ schema: Schema, _ marked: String, _ expected: Expectation...) {
    self.label = label
    self.schema = schema
    self.marked = marked
    self.expected = expected
  }

  var testDescription: String { label }

  /// The findings expected, as ``lines(of:)`` writes them.
  var expectedLines: [String] {
    let places = MarkedText(marked).places
    return expected.map { expectation in
      guard let marker = expectation.marker else { return "0:0 \(expectation.rule.rawValue)" }
      guard let place = places[marker] else { return "no marker \(marker)" }
      return "\(place.line):\(place.column) \(expectation.rule.rawValue)"
    }
  }

  /// The file that the text reads as.
  var file: RecordFile {
    RecordFile(Array(MarkedText(marked).text.utf8), path: "x.yml", schema: schema)
  }

  /// The findings in their order, each as `line:column rule`.
  static func lines(of file: RecordFile) -> [String] {
    file.diagnostics.inOrder().map {
      "\($0.location.line):\($0.location.column) \($0.rule.rawValue)"
    }
  }
}
