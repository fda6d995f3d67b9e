import Diagnostics
import PortfolioModel

/// Builds the value of a file from libyaml's events, with places and findings.
///
/// Anchors, aliases, tags, merge keys, complex keys and second documents are findings, and nothing
/// of them is expanded.
struct YAMLTree: ~Copyable {
  private let events: YAMLEvents
  private(set) var places: SourceMap
  private(set) var findings = FindingList()
  /// Where scalars stand, as ranges of scalar indices; what is outside and starts with # is a
  /// comment. The flag marks block scalars, whose first line may hold one.
  private(set) var scalarSpans: [(range: Range<Int>, isBlock: Bool)] = []
  /// Whether the text was read to its end.
  private(set) var isComplete = true
  private var values = 0

  init(_ text: String, path: String) {
    events = YAMLEvents(text)
    places = SourceMap(path: path)
  }

  /// The file's value, or nil where the text is empty or no YAML; findings say why.
  mutating func read() -> FieldValue? {
    do {
      return try readStream()
    } catch {
      isComplete = false
      switch error {
      case .syntax(let line, let column, let message):
        report(
          .yamlSyntax, line, column, "this can't be read as YAML: \(message)",
          "check indentation, quotes and brackets up to this place")
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

  private mutating func readValue(
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
    case .scalar(let text, let isBlock, _):
      scalarSpans.append((event.start.index..<event.end.index, isBlock))
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

  private mutating func readSequence(
    at path: FieldPath, depth: Int
  ) throws(YAMLStop) -> FieldValue {
    var items: [FieldValue] = []
    while true {
      let event = try events.next()
      if case .sequenceEnd = event.kind { return .list(items) }
      guard items.count < Limits.items else { throw tooMany(event) }
      if let item = try readValue(event, at: path.appending(items.count), depth: depth + 1) {
        items.append(item)
      }
    }
  }

  private mutating func readMapping(
    at path: FieldPath, depth: Int
  ) throws(YAMLStop) -> FieldValue {
    var fields = Fields()
    var seen: Set<[UInt8]> = []
    while true {
      let event = try events.next()
      if case .mappingEnd = event.kind { return .fields(fields) }
      guard seen.count < Limits.fields else { throw tooMany(event) }
      guard let key = try readKey(event) else {
        let value = try events.next()
        try skip(value)
        continue
      }
      let place = path.appending(key)
      let isNew = seen.insert(Array(key.utf8)).inserted
      if isNew {
        places.recordKey(place, SourceMap.Mark(line: event.start.line, column: event.start.column))
      } else {
        report(
          .duplicateKey, event.start.line, event.start.column, "'\(key)' stands here already",
          "keep one of the two")
      }
      let next = try events.next()
      guard isNew else {
        try skip(next)
        continue
      }
      if let value = try readValue(next, at: place, depth: depth + 1) { fields.append(key, value) }
    }
  }

  /// The key's text, or nil where it is no plain key; then its value is to be skipped.
  private mutating func readKey(_ event: YAMLEvent) throws(YAMLStop) -> String? {
    checkProperties(event)
    let (line, column) = (event.start.line, event.start.column)
    switch event.kind {
    case .scalar(let text, _, let isPlain):
      scalarSpans.append((event.start.index..<event.end.index, false))
      if isPlain, text == "<<" {
        report(
          .yamlMergeKey, line, column, "a merge key brings in other values",
          "write the values themselves")
        return nil
      }
      checkText(text, event)
      return text
    case .alias:
      report(
        .yamlAlias, line, column, "an alias stands for another value", "write the key itself")
      return nil
    default:
      report(.yamlComplexKey, line, column, "a key is a list or a mapping", "use a word as key")
      try skip(event)
      return nil
    }
  }

  /// Reads past a value without recursion.
  private mutating func skip(_ event: YAMLEvent) throws(YAMLStop) {
    var depth = 0
    var event = event
    while true {
      checkProperties(event)
      switch event.kind {
      case .sequenceStart, .mappingStart:
        depth += 1
        guard depth <= Limits.depth else {
          throw .depth(line: event.start.line, column: event.start.column)
        }
      case .sequenceEnd, .mappingEnd: depth -= 1
      case .scalar(_, let isBlock, _):
        scalarSpans.append((event.start.index..<event.end.index, isBlock))
      default: break
      }
      if depth <= 0 { return }
      event = try events.next()
    }
  }

  private func tooMany(_ event: YAMLEvent) -> YAMLStop {
    .items(line: event.start.line, column: event.start.column)
  }

  private func isCollection(_ event: YAMLEvent) -> Bool {
    switch event.kind {
    case .sequenceStart, .mappingStart: true
    default: false
    }
  }

  private mutating func checkProperties(_ event: YAMLEvent) {
    if event.hasAnchor {
      report(
        .yamlAnchor, event.start.line, event.start.column, "an anchor names a value",
        "remove the '&…'")
    }
    if event.hasTag {
      report(
        .yamlTag, event.start.line, event.start.column, "a tag gives a value a type",
        "remove the '!…'")
    }
  }

  /// Quoted text can bring in by escapes what may not stand in the file.
  private mutating func checkText(_ text: String, _ event: YAMLEvent) {
    guard let scalar = ForbiddenCharacter.first(in: text) else { return }
    report(
      .forbiddenCharacter, event.start.line, event.start.column,
      "the value holds the character \(ForbiddenCharacter.name(scalar))", "remove it")
  }

  private mutating func report(
    _ rule: RuleID, _ line: Int, _ column: Int, _ message: @autoclosure () -> String,
    _ help: Hint
  ) {
    findings.report(
      rule, at: places.location(line: line, column: column), message(), help: [help])
  }
}
