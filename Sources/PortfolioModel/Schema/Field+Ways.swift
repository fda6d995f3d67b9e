import Diagnostics

extension Field {
  /// What to type where the field is missing: its shape, and the words that it takes.
  var ways: [Hint] {
    switch kind {
    case .fields(let schema) where !schema.isFlow:
      ["add '\(name):', and below it, indented by two spaces, a line for each field:"]
        + schema.fields.map { "'\($0.name): …', \($0.kind.choice)" }
    case .list(let item): ["add '\(name): […]', each item \(item.choice)"]
    default: ["add '\(name): …', \(kind.choice)"]
    }
  }
}

extension FieldKind {
  /// The kind in words, or the words to choose from.
  fileprivate var choice: String {
    switch self {
    case .word(let vocabulary): "one of \(vocabulary.words.alternatives)"
    case .either(text: .word(let vocabulary)?, _, _): "one of \(vocabulary.words.alternatives)"
    default: phrase
    }
  }
}
