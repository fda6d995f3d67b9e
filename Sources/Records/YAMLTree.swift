import Diagnostics
import PortfolioModel

/// Builds a file's value from libyaml's events, and records places and findings.
///
/// Anchors, aliases, tags, merge keys, complex keys and second documents are findings; none of them
/// is expanded.
struct YAMLTree: ~Copyable {
  let events: YAMLEvents
  var places: SourceMap
  private(set) var findings = FindingList()
  /// The ranges of YAML scalars in the text's Unicode scalars. A # outside of them starts a
  /// comment; so does one in the first line of a block scalar, which the flag marks.
  var scalarSpans: [(range: Range<Int>, isBlock: Bool)] = []
  /// Whether the text was read to its end.
  private(set) var isComplete = true
  private var values = 0
  private let text: String
  /// The last quoted text that goes on over several lines.
  private var longQuote: YAMLEvent?

  init(_ text: String, path: String) {
    self.text = text
    events = YAMLEvents(text)
    places = SourceMap(path: path)
  }

  /// Reads the file's value; nil where the text is empty or not YAML. Findings say why.
  mutating func read() -> FieldValue? {
    do {
      return try readStream()
    } catch {
      isComplete = false
      switch error {
      case .syntax(let fault):
        let explanation = YAMLExplanation(fault, in: text, quote: longQuote)
        report(
          .yamlSyntax, explanation.line, explanation.column, explanation.message, explanation.help)
      case .depth(let line, let column):
        report(
          .nestedTooDeeply, line, column, "values nest deeper than \(Limits.depth)",
          "make the structure flatter")
      case .items(let line, let column):
        report(
          .tooManyItems, line, column,
          "a list holds more than \(Limits.items) items, a mapping more than \(Limits.fields), or "
            + "the file more than \(Limits.values)",
          "split it into several files")
      }
      return nil
    }
  }

  private mutating func readStream() throws(YAMLStop) -> FieldValue? {
    var value: FieldValue?
    var documents = 0
    while true {
      let event = try events.next()
      switch event.kind {
      case .end: return value
      case .other: continue
      case .documentStart(let isExplicit):
        documents += 1
        if documents == 2 {
          report(
            .multipleDocuments, event.start.line, event.start.column,
            "a second document starts here", "keep one record in a file, without '---'")
        } else if documents == 1, isExplicit {
          report(
            .notCanonical, event.start.line, event.start.column,
            "the file starts with '---'", "remove the line")
        }
      default:
        let root = try readValue(event, at: .root, depth: 1)
        if documents == 1 { value = root }
      }
    }
  }

  mutating func readValue(
    _ event: YAMLEvent, at path: FieldPath, depth: Int
  ) throws(YAMLStop) -> FieldValue? {
    checkProperties(event)
    places.recordValue(path, SourceMap.Mark(line: event.start.line, column: event.start.column))
    if depth > Limits.depth, isCollection(event) {
      throw .depth(line: event.start.line, column: event.start.column)
    }
    values += 1
    guard values <= Limits.values else { throw tooMany(event) }
    switch event.kind {
    case .scalar(let text, let style):
      noteScalar(event, style)
      checkText(text, event)
      return .text(text)
    case .sequenceStart: return try readSequence(at: path, depth: depth)
    case .mappingStart: return try readMapping(at: path, depth: depth)
    case .alias:
      report(
        .yamlAlias, event.start.line, event.start.column, "an alias stands for another value",
        "write the value itself")
      return nil
    default: return nil
    }
  }

  mutating func noteScalar(_ event: YAMLEvent, _ style: ScalarStyle) {
    scalarSpans.append((event.start.index..<event.end.index, style == .block))
    if style == .quoted, event.end.line > event.start.line {
      longQuote = event
    }
  }

  func tooMany(_ event: YAMLEvent) -> YAMLStop {
    .items(line: event.start.line, column: event.start.column)
  }

  private func isCollection(_ event: YAMLEvent) -> Bool {
    switch event.kind {
    case .sequenceStart, .mappingStart: true
    default: false
    }
  }

  mutating func report(
    _ rule: RuleID, _ line: Int, _ column: Int, _ message: @autoclosure () -> String,
    _ help: Hint
  ) {
    findings.report(
      rule, at: places.location(line: line, column: column), message(), help: [help])
  }
}
