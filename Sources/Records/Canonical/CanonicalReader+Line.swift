import PortfolioModel

extension CanonicalReader {
  /// Reads a value that stands on one line.
  ///
  /// - Parameter inFlow: Whether the value is inside `[…]` or `{…}`.
  mutating func readFlow(
    _ kind: FieldKind, inFlow: Bool, subject: SubjectKind?, depth: Int
  ) -> FieldValue? {
    switch byte {
    case UInt8(ascii: "["):
      guard depth <= Limits.depth, kind.takesList else { return nil }
      return readFlowList(kind, subject: subject, depth: depth)
    case UInt8(ascii: "{"):
      guard depth <= Limits.depth else { return nil }
      return readFlowFields(kind, subject: subject, depth: depth).map { .fields($0) }
    default: return readText(kind, inFlow: inFlow).map { .text($0) }
    }
  }

  private mutating func readFlowList(
    _ kind: FieldKind, subject: SubjectKind?, depth: Int
  ) -> FieldValue? {
    let item = CanonicalText.itemKind(kind)
    var items: [FieldValue] = []
    position += 1
    while true {
      guard items.count < Limits.items, countsValue(),
        let value = readFlow(item, inFlow: true, subject: subject, depth: depth + 1)
      else { return nil }
      items.append(value)
      if skip(UInt8(ascii: "]")) {
        noteProblem(where: items.hasRepeats)
        return .list(items)
      }
      guard skip(UInt8(ascii: ",")), skip(UInt8(ascii: " ")) else { return nil }
    }
  }

  private mutating func readFlowFields(
    _ kind: FieldKind, subject: SubjectKind?, depth: Int
  ) -> Fields? {
    let shape = kind.forFields
    var (fields, next, required) = (Fields(), 0, 0)
    if case .fields(let schema) = shape { fields.reserve(schema.usual) }
    position += 1
    while true {
      let (name, valueKind): (String, FieldKind)
      switch shape {
      case .fields(let schema):
        guard let index = readName(schema, from: next),
          let found = self.kind(ofField: index, in: fields, schema, subject)
        else { return nil }
        next = index + 1
        if schema.fields[index].isRequired { required += 1 }
        (name, valueKind) = (schema.fields[index].name, found)
      case .dictionary(let key, let value, _):
        guard fields.entries.count < Limits.fields, let read = readKey(key, besides: fields) else {
          return nil
        }
        (name, valueKind) = (read, value)
      default: return nil
      }
      guard skip(UInt8(ascii: " ")), countsValue(),
        let value = readFlow(valueKind, inFlow: true, subject: subject, depth: depth + 1)
      else { return nil }
      fields.append(name, value)
      if skip(UInt8(ascii: "}")) { break }
      guard skip(UInt8(ascii: ",")), skip(UInt8(ascii: " ")) else { return nil }
    }
    if case .fields(let schema) = shape {
      noteProblem(where: required < schema.required)
      return fields
    }
    return hasItsOrder(fields) ? fields : nil
  }

  /// Reads a text on one line, in quotes or without, as the writer would write it.
  private mutating func readText(_ kind: FieldKind, inFlow: Bool) -> String? {
    guard let kind = kind.ofLine else { return nil }
    let text =
      byte == UInt8(ascii: "\"")
      ? readQuoted(kind, inFlow: inFlow) : readPlain(kind, inFlow: inFlow)
    return text.map { checked($0, kind) }
  }

  /// The text, after a look at whether it may have a problem.
  private mutating func checked(_ text: String, _ kind: FieldKind) -> String {
    switch kind {
    case .line: noteProblem(where: text.isBlank)
    case .word(let vocabulary) where vocabulary.words.contains { $0.hasSameBytes(as: text) }: break
    case .identifier where Identifier(text) != nil: break
    default: noteProblem(where: text.isEmpty || !kind.textProblems(in: text, at: .root).isEmpty)
    }
    return text
  }

  private mutating func readPlain(_ kind: FieldKind, inFlow: Bool) -> String? {
    let start = position
    while position < bytes.count, !endsPlain(bytes[position], inFlow: inFlow) { position += 1 }
    let isSafe = PlainText.isSafe(
      UnsafeBufferPointer(rebasing: bytes[start..<position]), inFlow: inFlow)
    let text = text(start..<position)
    return isSafe || kind.isWrittenPlain(text) ? text : nil
  }

  private func endsPlain(_ byte: UInt8, inFlow: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "\n"): true
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): inFlow
    default: false
    }
  }

  private mutating func readQuoted(_ kind: FieldKind, inFlow: Bool) -> String? {
    position += 1
    var text: [UInt8] = []
    while position < bytes.count {
      var byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        let line = String(decoding: text, as: UTF8.self)
        let isPlain =
          PlainText.isSafe(line, inFlow: inFlow) || text.isEmpty || kind.isWrittenPlain(line)
        return isPlain ? nil : line
      case UInt8(ascii: "\n"): return nil
      case UInt8(ascii: "\\"):
        guard position < bytes.count else { return nil }
        byte = bytes[position]
        guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { return nil }
        position += 1
      default: break
      }
      text.append(byte)
    }
    return nil
  }
}

extension FieldKind {
  /// The kind of a text on one line of this kind; nil where none is, or only prose.
  fileprivate var ofLine: FieldKind? {
    switch self {
    case .either(let text, _, _): text?.ofLine
    case .prose, .list, .fields, .dictionary: nil
    default: self
    }
  }
}
