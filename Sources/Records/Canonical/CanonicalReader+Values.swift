import PortfolioModel

extension CanonicalReader {
  /// Reads what stands after a name and its colon, with the last line feed.
  mutating func readValue(
    _ kind: FieldKind, indent: Int, subject: SubjectKind?, depth: Int
  ) -> FieldValue? {
    guard countsValue() else { return nil }
    if skip(UInt8(ascii: "\n")) {
      guard depth <= Limits.depth else { return nil }
      return isItem(indent + 2)
        ? readItems(kind, indent: indent + 2, subject: subject, depth: depth)
        : readEntries(kind, indent: indent + 2, subject: subject, depth: depth)
    }
    guard skip(UInt8(ascii: " ")) else { return nil }
    if byte == UInt8(ascii: "|") { return readProse(kind, indent: indent + 2) }
    guard let value = readFlow(kind, inFlow: false, subject: subject, depth: depth),
      skip(UInt8(ascii: "\n"))
    else { return nil }
    switch value {
    case .text: return value
    case .list(let items): return CanonicalText.isBlockList(items, kind) ? nil : value
    case .fields(let fields): return CanonicalText.isFlow(fields, kind) ? value : nil
    }
  }

  /// Whether the line is an item of a list that is indented by so many spaces.
  private func isItem(_ indent: Int) -> Bool {
    position + indent < bytes.count && bytes[position + indent] == UInt8(ascii: "-")
  }

  /// Reads a list with each item on lines of its own.
  private mutating func readItems(
    _ kind: FieldKind, indent: Int, subject: SubjectKind?, depth: Int
  ) -> FieldValue? {
    guard kind.takesList else { return nil }
    let item = CanonicalText.itemKind(kind)
    var items: [FieldValue] = []
    while isItem(indent), startsLine(indent) {
      guard items.count < Limits.items, skip(UInt8(ascii: "-")), skip(UInt8(ascii: " ")),
        countsValue(),
        let value = readItem(item, indent: indent, subject: subject, depth: depth + 1)
      else { return nil }
      items.append(value)
    }
    noteProblem(where: items.hasRepeats)
    return CanonicalText.isBlockList(items, kind) ? .list(items) : nil
  }

  private mutating func readItem(
    _ kind: FieldKind, indent: Int, subject: SubjectKind?, depth: Int
  ) -> FieldValue? {
    if case .fields(let schema) = kind, byte != UInt8(ascii: "{") {
      guard depth <= Limits.depth,
        let fields = readBlock(
          schema, indent: indent + 2, subject: subject, depth: depth, afterDash: true)
      else { return nil }
      return CanonicalText.isFlow(fields, kind) ? nil : .fields(fields)
    }
    guard let value = readFlow(kind, inFlow: false, subject: subject, depth: depth),
      skip(UInt8(ascii: "\n"))
    else { return nil }
    if case .fields(let fields) = value, !CanonicalText.isFlow(fields, kind) { return nil }
    return value
  }

  /// Reads a mapping with each entry on lines of its own.
  private mutating func readEntries(
    _ kind: FieldKind, indent: Int, subject: SubjectKind?, depth: Int
  ) -> FieldValue? {
    let fields: Fields?
    switch kind.forFields {
    case .fields(let schema):
      fields = readBlock(schema, indent: indent, subject: subject, depth: depth)
    case .dictionary(let key, let value, _):
      fields = readDictionary(key, value, indent: indent, subject: subject, depth: depth)
    default: return nil
    }
    guard let fields, !CanonicalText.isFlow(fields, kind) else { return nil }
    return .fields(fields)
  }

  private mutating func readDictionary(
    _ key: FieldKind, _ kind: FieldKind, indent: Int, subject: SubjectKind?, depth: Int
  ) -> Fields? {
    var fields = Fields()
    while startsLine(indent) {
      guard fields.entries.count < Limits.fields, let name = readKey(key, besides: fields),
        let value = readValue(kind, indent: indent, subject: subject, depth: depth + 1)
      else { return nil }
      fields.append(name, value)
    }
    return hasItsOrder(fields) ? fields : nil
  }

  /// Whether the entry for all other regions, where there is one, comes last.
  func hasItsOrder(_ fields: Fields) -> Bool {
    !fields.isEmpty
      && fields.entries.dropLast().allSatisfy {
        !$0.name.hasSameBytes(as: RegionalRating.elsewhere)
      }
  }

  /// Reads a name of the file's own choice and its colon; nil where it is written in quotes or is
  /// one of those that were read before.
  mutating func readKey(_ kind: FieldKind, besides fields: Fields) -> String? {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = UnsafeBufferPointer(rebasing: bytes[position..<end])
    guard key.count <= Identifier.maximumLength, !key.contains(UInt8(ascii: "\n")),
      PlainText.isSafe(key, inFlow: true)
    else { return nil }
    let name = text(position..<end)
    guard fields[name] == nil else { return nil }
    noteProblem(where: !kind.textProblems(in: name, at: .root, key: true).isEmpty)
    position = end + 1
    return name
  }

  /// Reads lines of prose, each indented by so many spaces.
  private mutating func readProse(_ kind: FieldKind, indent: Int) -> FieldValue? {
    guard kind.takesProse, skip(UInt8(ascii: "|")), skip(UInt8(ascii: "\n")), startsLine(indent)
    else { return nil }
    let (space, lineFeed) = (UInt8(ascii: " "), UInt8(ascii: "\n"))
    var text: [UInt8] = []
    while true {
      guard let end = bytes[position...].firstIndex(of: lineFeed), bytes[end - 1] != space
      else { return nil }
      text += bytes[position...end]
      position = end + 1
      // Empty lines belong to the text where it goes on behind them.
      var empty = 0
      while position + empty < bytes.count, bytes[position + empty] == lineFeed { empty += 1 }
      let goesOn = isIndented(at: position + empty, by: indent)
      guard goesOn else {
        guard empty == 0 else { return nil }
        let prose = String(decoding: text, as: UTF8.self)
        // Where the text begins and its lines end was looked at above.
        noteProblem(where: prose.isBlank)
        return .text(prose)
      }
      text += repeatElement(lineFeed, count: empty)
      position += empty + indent
    }
  }

  private func isIndented(at start: Int, by indent: Int) -> Bool {
    start + indent < bytes.count
      && bytes[start..<(start + indent)].allSatisfy { $0 == UInt8(ascii: " ") }
  }
}

extension FieldKind {
  /// Whether a list can be of this kind.
  var takesList: Bool {
    switch self {
    case .list, .anything, .either(_, _?, _): true
    default: false
    }
  }

  /// Whether a text of several lines can be of this kind.
  fileprivate var takesProse: Bool {
    switch self {
    case .prose, .anything: true
    case .either(let text?, _, _): text.takesProse
    default: false
    }
  }
}
