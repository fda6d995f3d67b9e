package import PortfolioModel

/// The JSON Schema (2020-12) of a kind of file, made of the same table as the checks of its fields.
///
/// It says what YAML readers hand over: numbers and flags as such, everything else as text. It can't
/// say the order of fields, nor what lies between fields and files.
package struct FileSchema {
  private let schema: Schema
  private let kind: String
  private let pattern: String

  /// - Parameter kind: The name of the kind of file.
  /// - Parameter pattern: The paths of such files.
  package init(_ schema: Schema, of kind: String, at pattern: String) {
    self.schema = schema
    self.kind = kind
    self.pattern = pattern
  }

  /// The schema as it is printed.
  ///
  /// - Throws: what ``JSONText`` throws.
  package var text: String {
    get throws { try JSONText.of(json) }
  }

  /// Whether a text is a schema of this kind of file, be it of another version.
  package func isVersion(_ text: String) -> Bool {
    text.contains("\"title\" : \"\(title)\"")
  }

  private var title: String { "\(kind), a file of rspmaint" }

  private var json: some Encodable {
    schema.jsonSchema.adding([
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": .text(title),
      "description": .text("\(pattern): \(schema.name)."),
    ])
  }
}

extension Schema {
  /// The fields of a mapping: those that it must have, and no others than these.
  fileprivate var jsonSchema: JSONTree {
    let properties = fields.map { ($0.name, $0.kind.describedSchema) }
    let required = fields.filter(\.isRequired).map { JSONTree.text($0.name) }
    let object: JSONTree = [
      "type": "object", "additionalProperties": false, "minProperties": 1,
      "properties": .object(Dictionary(properties) { first, _ in first }),
    ]
    return required.isEmpty ? object : object.adding(["required": .list(required)])
  }
}

extension FieldKind {
  /// The schema of a value, with the words that editors show beside it.
  fileprivate var describedSchema: JSONTree {
    jsonSchema.adding(["description": .text(phrase)])
  }

  private var jsonSchema: JSONTree {
    switch self {
    case .number: ["type": "integer", "minimum": 0, "maximum": 999_999]
    case .flag: ["const": true]
    case .word(let vocabulary): ["enum": .list(vocabulary.words.map { .text($0) })]
    case .date(let words): FieldKind.dateSchema(or: words)
    case .list(let item):
      [
        "type": "array", "items": item.jsonSchema, "minItems": 1, "uniqueItems": true,
        "maxItems": .number(Limits.items),
      ]
    case .fields(let schema): schema.jsonSchema
    case .dictionary(let key, let value, _):
      [
        "type": "object", "minProperties": 1, "propertyNames": key.jsonSchema,
        "additionalProperties": value.jsonSchema,
      ]
    case .either(let text, let list, let fields):
      ["anyOf": .list([text, list, fields].compactMap { $0?.jsonSchema })]
    case .anything: [:]
    case .line, .prose, .fraction, .identifier, .person, .link, .objectID, .digest, .publicKey:
      textSchema
    }
  }

  /// The schema of a text by what it has to look like.
  private var textSchema: JSONTree {
    let text: JSONTree = ["type": "string", "pattern": .text(textPattern)]
    guard case .identifier = self else { return text }
    return text.adding(["maxLength": .number(Identifier.maximumLength)])
  }

  /// A regular expression that both ECMAScript and Python read.
  private var textPattern: String {
    switch self {
    case .line: #"^[^\n\r]*[^\s][^\n\r]*$"#
    case .fraction: "^(0|[1-9][0-9]{0,5})/[1-9][0-9]{0,5}$"
    case .identifier: "^[a-z0-9]+(-[a-z0-9]+)*$"
    case .person: "^[^<> ]([^<>\n]*[^<> ])? <[^<> \n]+>$"
    case .link: "^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)[^ ]+$"
    case .objectID: "^[0-9a-f]{40}$"
    case .digest: "^[0-9a-f]{64}$"
    case .publicKey: "^(\(PublicKey.types.joined(separator: "|"))) [A-Za-z0-9+/]+={0,2}$"
    default: #"[^\s]"#
    }
  }

  private static func dateSchema(or words: [String]) -> JSONTree {
    let date: JSONTree = [
      "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
      "format": "date",
    ]
    guard !words.isEmpty else { return date }
    let word: JSONTree = ["enum": .list(words.map { .text($0) })]
    return ["anyOf": .list([date, word])]
  }
}
