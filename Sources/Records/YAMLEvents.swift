import CLibyaml

/// How a text is written in YAML.
enum ScalarStyle { case plain, quoted, block }

/// The values of one event of libyaml's parser.
struct YAMLEvent {
  enum Kind {
    case documentStart(isExplicit: Bool)
    case scalar(String, ScalarStyle)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    case alias
    case end
    case other
  }

  let kind: Kind
  let hasAnchor: Bool
  let hasTag: Bool
  /// Line and column, both from 1, and the index in the text's Unicode scalars, from 0.
  let start: (line: Int, column: Int, index: Int)
  let end: (line: Int, column: Int, index: Int)
}

/// Why a text is not read to its end; lines and columns count from 1.
enum YAMLStop: Error {
  /// The text is not YAML from here on.
  case syntax(YAMLFault)
  /// Values nest too deeply; reading on could take very long.
  case depth(line: Int, column: Int)
  /// There are too many values; judging them could take very long.
  case items(line: Int, column: Int)
}

/// Reads a text with libyaml, event by event.
struct YAMLEvents: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(_ text: String) {
    parser = .allocate(capacity: 1)
    let bytes = Array(text.utf8)
    input = .allocate(capacity: bytes.count)
    _ = input.initialize(from: bytes)
    guard yaml_parser_initialize(parser) == 1 else { preconditionFailure("out of memory") }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// Reads the next event.
  ///
  /// - Throws: `YAMLStop` at the first place that is not YAML.
  func next() throws(YAMLStop) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxError() }
    defer { yaml_event_delete(&event) }
    return YAMLEvent(event)
  }

  private func syntaxError() -> YAMLStop {
    let parser = parser.pointee
    let (line, column) = lastPlace(before: parser.problem_mark)
    return .syntax(
      YAMLFault(
        line: line, column: column, problem: parser.problem.map { String(cString: $0) } ?? "",
        context: parser.context.map { String(cString: $0) } ?? "",
        opening: lastPlace(before: parser.context_mark)))
  }

  /// The place of a mark. A mark after the end of a text without a final line feed gets the text's
  /// last place.
  private func lastPlace(before mark: yaml_mark_t) -> (line: Int, column: Int) {
    let (line, column) = (Int(mark.line) + 1, Int(mark.column) + 1)
    guard line > input.count(where: { $0 == UInt8(ascii: "\n") }) + 1 else { return (line, column) }
    let last = input.reversed().prefix { $0 != UInt8(ascii: "\n") }.reversed()
    return (line - 1, String(decoding: Array(last), as: UTF8.self).unicodeScalars.count + 1)
  }
}

extension YAMLEvent {
  fileprivate init(_ event: yaml_event_t) {
    func place(_ mark: yaml_mark_t) -> (line: Int, column: Int, index: Int) {
      (Int(mark.line) + 1, Int(mark.column) + 1, Int(mark.index))
    }
    start = place(event.start_mark)
    end = place(event.end_mark)
    switch event.type {
    case YAML_DOCUMENT_START_EVENT:
      (hasAnchor, hasTag) = (false, false)
      kind = .documentStart(isExplicit: event.data.document_start.implicit == 0)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      hasAnchor = scalar.anchor != nil
      hasTag = scalar.tag != nil
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let style: ScalarStyle =
        switch scalar.style {
        case YAML_PLAIN_SCALAR_STYLE: .plain
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .quoted
        }
      kind = .scalar(String(decoding: bytes, as: UTF8.self), style)
    case YAML_SEQUENCE_START_EVENT:
      hasAnchor = event.data.sequence_start.anchor != nil
      hasTag = event.data.sequence_start.tag != nil
      kind = .sequenceStart
    case YAML_MAPPING_START_EVENT:
      hasAnchor = event.data.mapping_start.anchor != nil
      hasTag = event.data.mapping_start.tag != nil
      kind = .mappingStart
    default:
      (hasAnchor, hasTag) = (false, false)
      switch event.type {
      case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
      case YAML_MAPPING_END_EVENT: kind = .mappingEnd
      case YAML_ALIAS_EVENT: kind = .alias
      case YAML_STREAM_END_EVENT: kind = .end
      default: kind = .other
      }
    }
  }
}
