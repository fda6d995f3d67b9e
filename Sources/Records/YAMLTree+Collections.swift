import Diagnostics
import PortfolioModel

extension YAMLTree {
  /// Reads the items of a list.
  mutating func readSequence(
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

  /// Reads the fields of a mapping; of a repeated key only the first value counts.
  mutating func readMapping(
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
          .duplicateKey, event.start.line, event.start.column, "'\(key)' is here twice",
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

  /// Reads the key's text; nil where the key is not plain, and the value then has to be skipped.
  private mutating func readKey(_ event: YAMLEvent) throws(YAMLStop) -> String? {
    checkProperties(event)
    let (line, column) = (event.start.line, event.start.column)
    switch event.kind {
    case .scalar(let text, let style):
      noteScalar(event, style)
      if style == .plain, text == "<<" {
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

  /// Skips a value without recursion.
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
      case .scalar(_, let style):
        noteScalar(event, style)
      default: break
      }
      if depth <= 0 { return }
      event = try events.next()
    }
  }
}
