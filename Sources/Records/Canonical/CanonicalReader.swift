import PortfolioModel

/// Reads a file that has its canonical form, straight from its bytes.
///
/// It accepts a text only where ``CanonicalText`` would write the fields that it returns in the same
/// bytes, and libyaml would read the same fields from it. It need not accept each such text: what it
/// leaves, ``YAMLTree`` reads.
struct CanonicalReader {
  /// What was read.
  struct Content {
    let fields: Fields
    /// Whether the fields certainly have no problem by the schema.
    let isSound: Bool
  }

  /// The whole text; it outlives the reader.
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  private var values = 0
  private var isSound = true

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The content of a file in canonical form; nil where the text departs from it.
  static func read(_ bytes: [UInt8], _ schema: Schema) -> Content? {
    guard bytes.count <= Limits.record, ForbiddenCharacter.areAllAllowed(in: bytes) else {
      return nil
    }
    return bytes.withUnsafeBufferPointer { bytes in
      var reader = CanonicalReader(bytes)
      guard reader.countsValue(),
        let fields = reader.readBlock(schema, indent: 0, subject: nil, depth: 1),
        reader.position == bytes.count
      else { return nil }
      return Content(fields: fields, isSound: reader.isSound)
    }
  }

  /// Notes that the fields may have a problem by the schema.
  mutating func noteProblem(where isProblem: Bool) {
    if isProblem { isSound = false }
  }

  /// Reads the fields of a mapping, each on lines of its own; nil where there is none.
  ///
  /// - Parameter afterDash: Whether the first stands in the line of a list's item.
  mutating func readBlock(
    _ schema: Schema, indent: Int, subject inherited: SubjectKind?, depth: Int,
    afterDash: Bool = false
  ) -> Fields? {
    var (fields, next, subject, isFirst) = (Fields(), 0, inherited, afterDash)
    fields.reserve(schema.usual)
    var required = 0
    let isChange = schema === Schema.change
    while isFirst || startsLine(indent) {
      isFirst = false
      guard let index = readName(schema, from: next) else { return nil }
      next = index + 1
      if schema.fields[index].isRequired { required += 1 }
      guard let kind = kind(ofField: index, in: fields, schema, subject),
        let value = readValue(kind, indent: indent, subject: subject, depth: depth + 1)
      else { return nil }
      fields.append(schema.fields[index].name, value)
      if isChange {
        subject = CanonicalText.subject(of: fields) ?? inherited
      }
    }
    noteProblem(where: required < schema.required)
    return fields.isEmpty ? nil : fields
  }

  /// The kind of a field after those that were read; nil where it depends on one that is missing.
  func kind(
    ofField index: Int, in fields: Fields, _ schema: Schema, _ subject: SubjectKind?
  ) -> FieldKind? {
    let isChange = schema === Schema.change
    guard isChange || schema === Schema.fieldChange else { return schema.fields[index].kind }
    let field = schema.fields[index]
    // A change begins with its subject, and a change of a field with its field.
    let isSubject = isChange && SubjectKind(rawValue: field.name) != nil
    let isField = !isChange && field.name == "field"
    guard isSubject || isField ? fields.isEmpty : !fields.isEmpty else { return nil }
    return CanonicalText.kind(of: field.name, in: fields, schema, subject)
  }

  /// Reads the name of one of the fields, from the given one on, with its colon.
  mutating func readName(_ schema: Schema, from start: Int) -> Int? {
    let head = head
    for index in start..<schema.heads.endIndex
    where schema.heads[index].begins(head) && skip(schema.fields[index].key) {
      return index
    }
    return nil
  }

  /// Counts one more value; false where the file holds too many.
  mutating func countsValue() -> Bool {
    values += 1
    return values <= Limits.values
  }
}

// MARK: - Bytes

extension CanonicalReader {
  /// The eight bytes from the position on, as a key's head; those behind the end are 0.
  private var head: UInt64 {
    if position + 8 <= bytes.count {
      let head = UnsafeRawBufferPointer(bytes)
        .loadUnaligned(fromByteOffset: position, as: UInt64.self)
      return UInt64(littleEndian: head)
    }
    return bytes[position...].enumerated().reduce(0) { $0 | UInt64($1.element) << (8 * $1.offset) }
  }

  /// The text between two places.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// The byte at the position; a line feed at the end.
  var byte: UInt8 { position < bytes.count ? bytes[position] : UInt8(ascii: "\n") }

  /// Goes on after the expected byte; false where another stands there.
  mutating func skip(_ expected: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == expected else { return false }
    position += 1
    return true
  }

  /// Goes on after the expected bytes; false where others stand there.
  mutating func skip(_ expected: [UInt8]) -> Bool {
    let end = position + expected.count
    guard end <= bytes.count else { return false }
    for (index, byte) in expected.enumerated() where bytes[position + index] != byte {
      return false
    }
    position = end
    return true
  }

  /// Goes on after the indentation of a line that is indented by so many spaces; stays before any
  /// other.
  mutating func startsLine(_ indent: Int) -> Bool {
    let start = position + indent
    guard start < bytes.count else { return false }
    for index in position..<start where bytes[index] != UInt8(ascii: " ") { return false }
    guard bytes[start] != UInt8(ascii: " "), bytes[start] != UInt8(ascii: "\n") else {
      return false
    }
    position = start
    return true
  }
}
