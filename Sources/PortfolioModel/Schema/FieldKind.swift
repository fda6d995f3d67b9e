/// The kind of value that a field may hold.
package indirect enum FieldKind: Sendable {
  /// Text on one line.
  case line
  /// Text on one or more lines.
  case prose
  /// A whole number from 0 to 999,999, written plain.
  case number
  /// A fraction from 0 to 1, such as `2/3`.
  case fraction
  /// A calendar date, or one of the words, written plain.
  case date(or: [String])
  /// One of a closed list of words.
  case word(Vocabulary)
  /// The word `true`, written plain.
  case flag
  case identifier
  /// A person, as `NAME <EMAIL>`.
  case person
  /// A web or mail address: http, https or mailto.
  case link
  /// 40 lower-case hexadecimal digits.
  case objectID
  /// 64 lower-case hexadecimal digits.
  case digest
  /// A public key: its type and its base64, nothing else.
  case publicKey
  case list(FieldKind)
  case fields(Schema)
  /// A mapping with keys of the file's own choice, which keep their order, and values of one kind.
  case dictionary(key: FieldKind, value: FieldKind, flow: Bool)
  /// A value whose kind depends on whether it is text, a list or a mapping; nil is not allowed.
  case either(text: FieldKind?, list: FieldKind?, fields: FieldKind?)
  /// Any value, such as the old or new value of a change.
  case anything
}

/// A closed list of words, and the name for one of them.
package struct Vocabulary: Sendable {
  package let name: String
  package let words: [String]

  package init(_ name: String, _ words: [String]) {
    self.name = name
    self.words = words
  }

  package init<Word: RawRepresentable & CaseIterable>(_ name: String, of type: Word.Type)
  where Word.RawValue == String {
    self.init(name, type.allCases.map(\.rawValue))
  }
}

/// One field of a schema.
package struct Field: Sendable {
  package let name: String
  package let kind: FieldKind
  package let isRequired: Bool
  /// The name as it stands in a file: its bytes, and the colon.
  package let key: [UInt8]

  package init(_ name: String, _ kind: FieldKind, required: Bool = false) {
    self.name = name
    key = Array(name.utf8) + [UInt8(ascii: ":")]
    self.kind = kind
    self.isRequired = required
  }
}

/// The beginning of a field's key, by which a reader tells the keys apart without comparing them.
package struct KeyHead: Sendable {
  private let bytes: UInt64
  /// The bits that count, where the key is shorter.
  private let mask: UInt64

  init(_ key: [UInt8]) {
    bytes = key.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    mask = key.count < 8 ? 1 << (8 * UInt64(key.count)) - 1 : .max
  }

  /// Whether a text may begin with the key.
  ///
  /// - Parameter text: Its first eight bytes, the first of them in the lowest bits.
  package func begins(_ text: UInt64) -> Bool { text & mask == bytes }
}

/// The fields of a file or of a mapping in it, in their declared order.
package final class Schema: Sendable {
  /// The name that findings give it: "a record", "an override".
  package let name: String
  package let fields: [Field]
  /// Whether the mapping is written `{…}` on one line.
  package let isFlow: Bool
  /// How many of the fields a file must have.
  package let required: Int
  /// The heads of the fields' keys.
  package let heads: [KeyHead]
  /// As how many fields a file is expected to have: all that it must, and a third of the others.
  package let usual: Int

  package init(_ name: String, flow: Bool = false, _ fields: [Field]) {
    self.name = name
    self.fields = fields
    required = fields.count { $0.isRequired }
    heads = fields.map { KeyHead($0.key) }
    usual = required + (fields.count - required) / 3
    self.isFlow = flow
  }

  package func field(_ name: String) -> Field? { fields.first { $0.name.hasSameBytes(as: name) } }

  /// The same fields in declared order, without empty ones. Unknown fields come last.
  package func ordered(_ values: Fields) -> Fields {
    var result = Fields()
    for field in fields {
      guard let value = values[field.name] else { continue }
      let ordered = field.kind.ordered(value)
      if !ordered.isEmpty { result.append(field.name, ordered) }
    }
    for entry in values.entries where field(entry.name) == nil {
      result.append(entry.name, entry.value)
    }
    return result
  }
}

extension FieldKind {
  /// The value in canonical order, as in ``Schema/ordered(_:)``.
  package func ordered(_ value: FieldValue) -> FieldValue {
    switch (self, value) {
    case (.fields(let schema), .fields(let fields)): .fields(schema.ordered(fields))
    case (.list(let item), .list(let items)):
      .list(items.map(item.ordered).filter { !$0.isEmpty })
    case (.dictionary(_, let kind, _), .fields(let fields)):
      // `elsewhere` comes last.
      .fields(
        Fields(
          (fields.entries.filter { $0.name != RegionalRating.elsewhere }
            + fields.entries.filter { $0.name == RegionalRating.elsewhere })
            .map { Fields.Entry($0.name, kind.ordered($0.value)) }))
    case (.either(let text, let list, let fields), _):
      switch value {
      case .text: text?.ordered(value) ?? value
      case .list: list?.ordered(value) ?? value
      case .fields: fields?.ordered(value) ?? value
      }
    case (.prose, .text(let text)): .text(ProseText.tidied(text))
    case (.anything, .text(let text)) where value.isProse:
      .text(ProseText.tidied(text))
    case (.anything, .list(let items)): .list(items.map(ordered).filter { !$0.isEmpty })
    case (.anything, .fields(let fields)):
      .fields(Fields(fields.entries.map { Fields.Entry($0.name, ordered($0.value)) }))
    default: value
    }
  }

  /// The kind of the value at a path below a value of this kind, or nil where there can't be one.
  package func kind(at path: FieldPath) -> FieldKind? {
    guard let step = path.steps.first else { return self }
    let rest = FieldPath(Array(path.steps.dropFirst()))
    switch self {
    case .fields(let schema): return schema.field(step)?.kind.kind(at: rest)
    case .dictionary(_, let value, _): return value.kind(at: rest)
    case .list(let item): return FieldPath.index(step) == nil ? nil : item.kind(at: rest)
    case .either(_, let list, let fields):
      return fields?.kind(at: path) ?? list?.kind(at: path)
    default: return nil
    }
  }

  /// Whether the value is a list of lines, words or ids, which proposals change by insert and drop.
  package var isList: Bool {
    switch self {
    case .list: true
    case .either(nil, .some, _): true
    default: false
    }
  }
}
