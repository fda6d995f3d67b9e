/// A value of a file as JSON: text as string, a list as array, fields as object.
package struct JSONValue: Encodable, Sendable {
  private let value: FieldValue

  package init(_ value: FieldValue) { self.value = value }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  package func encode(to encoder: any Encoder) throws {
    switch value {
    case .text(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .list(let items):
      var container = encoder.unkeyedContainer()
      for item in items { try container.encode(JSONValue(item)) }
    case .fields(let fields):
      var container = encoder.container(keyedBy: Key.self)
      for entry in fields.entries {
        try container.encode(JSONValue(entry.value), forKey: Key(entry.name))
      }
    }
  }
}

/// Encodes nil as null, where Swift's own encoding would leave the key out.
package struct Nullable<Value: Encodable & Sendable>: Encodable, Sendable {
  let value: Value?

  package init(_ value: Value?) { self.value = value }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}
