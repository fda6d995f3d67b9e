import PortfolioModel

/// Changes to the content of a file that mostly keep to its schema.
struct TreeMutation {
  private static let texts = [
    "x", "no", "", " ", "a: b", "a #b", "- a", "'a", "\"a\"", "a\\b", "{a}", "[a]", "1.10", "0",
    "12",
    "999999", "2026-11-23", "true", "preferred", "legacy", "emerging", "final", "retired", "low",
    "none", "high", "icd-10", "icd-11", "loinc", "ihe-tce", "x-1", "snomed-rt-licence",
    "clinical-imaging", "next-edition", "x\"\u{301},=1", "\u{301}=1", "=1", "e\u{301}", "é", "日本語",
    "x\u{1B}[31m", "a\u{202E}b",
    "a\u{0}b", "one\ntwo\n", "one\n\n  two\n", " one\n", "one \n", "\n", "a\u{2028}b", "../x",
    "https://x.example/", "Ada <ada@x.example>", "Ada ada@x.example", "assessment.maturity",
    "site-deployment.regions.us", "rows.LOINC.note", "group", "rows", "position", "elsewhere", "us",
    "preferred.maturity", "](javascript:x)", "RSP-Proposal: 9",
    String(repeating: "long ", count: 99),
  ]

  private var source: SplitMix64
  private let corpus: [FieldValue]

  /// `corpus`: content of other files, whose parts may come in.
  init(_ source: SplitMix64, mixing corpus: [FieldValue]) {
    self.source = source
    self.corpus = corpus
  }

  mutating func mutate(_ fields: Fields, _ schema: Schema) -> Fields {
    var result = fields
    for _ in 0...source.below(4) { result = change(result, schema, depth: 0) }
    return source.chance(80) ? schema.ordered(result) : result
  }

  private mutating func change(_ fields: Fields, _ schema: Schema, depth: Int) -> Fields {
    var result = fields
    // A file has few days and people, and much hangs on them.
    let rare = schema.fields.filter(\.kind.isDayOrPerson)
    if !rare.isEmpty, source.chance(20) {
      let field = source.pick(rare)
      result[field.name] = value(field.kind, depth: depth)
      return result
    }
    let field = source.pick(schema.fields)
    switch source.below(12) {
    case 0: result[field.name] = nil
    case 1: result[source.chance(50) ? field.name : text()] = value(.anything, depth: depth)
    case 2: result[field.name] = value(field.kind, depth: depth)
    case 3: result.prepend(field.name, value(field.kind, depth: depth))
    default:
      // Most changes go inside.
      guard !fields.entries.isEmpty else {
        result[field.name] = value(field.kind, depth: depth)
        return result
      }
      let entry = source.pick(fields.entries)
      let kind = schema.field(entry.name)?.kind ?? .anything
      result[entry.name] = change(entry.value, kind, depth: depth + 1)
    }
    return result
  }

  private mutating func change(_ old: FieldValue, _ kind: FieldKind, depth: Int) -> FieldValue {
    if source.chance(10) { return value(kind, depth: depth) }
    switch (old, kind) {
    case (.fields(let fields), .fields(let schema)):
      return .fields(change(fields, schema, depth: depth))
    case (_, .either(_, let list, let inner)):
      switch old {
      case .list: return change(old, list ?? .anything, depth: depth)
      case .fields: return change(old, inner ?? .anything, depth: depth)
      case .text: return value(kind, depth: depth)
      }
    case (.fields(let fields), let kind):
      var result = fields
      let inner: FieldKind =
        if case .dictionary(_, let value, _) = kind { value } else { .anything }
      let name = fields.entries.isEmpty || source.chance(20) ? text() : source.pick(fields.names)
      result[name] = source.chance(20) ? nil : value(inner, depth: depth)
      return .fields(result)
    case (.list(let items), let kind):
      let inner: FieldKind = if case .list(let item) = kind { item } else { .anything }
      return .list(change(items, inner, depth: depth))
    case (.text(let old), _): return .text(source.chance(50) ? text() : old + text())
    }
  }

  private mutating func change(
    _ items: [FieldValue], _ kind: FieldKind, depth: Int
  ) -> [FieldValue] {
    var items = items
    let place = source.below(items.count)
    switch source.below(6) {
    case 0 where !items.isEmpty: items.remove(at: place)
    case 1 where !items.isEmpty: items.insert(items[place], at: source.below(items.count))
    case 2 where !items.isEmpty: items.swapAt(place, source.below(items.count))
    case 3...4 where !items.isEmpty: items[place] = change(items[place], kind, depth: depth + 1)
    default: items.append(value(kind, depth: depth))
    }
    return items
  }

  private mutating func text() -> String { source.pick(TreeMutation.texts) }

  /// A value that mostly meets a kind.
  private mutating func value(_ kind: FieldKind, depth: Int) -> FieldValue {
    if source.chance(5) { return .text(text()) }
    if source.chance(5) { return source.pick(corpus) }
    switch kind {
    case .line, .identifier, .link, .objectID, .digest: return .text(text())
    case .fraction: return .text("\(source.below(9))/\(source.below(9))")
    case .person: return .text(source.pick(DaysAndPeople.people))
    case .prose: return .text(source.chance(80) ? "One\n\n  two \(source.below(9))\n" : text())
    case .number: return .text(String(source.below(1_000_001)))
    case .date(let words): return .text(source.pick(words + DaysAndPeople.days))
    case .word(let vocabulary): return .text(source.pick(vocabulary.words))
    case .flag: return .text("true")
    case .publicKey:
      let words = ["ssh-ed25519", "ssh-rsa", "AAAAC3NzaC1lZDI1NTE5AAAAIA==", "=", "cert-authority"]
      return .text(source.pick(words) + " " + source.pick(words))
    case .list(let item):
      return .list((0..<source.below(4)).map { _ in value(item, depth: depth + 1) })
    case .fields(let schema):
      var fields = Fields()
      for field in schema.fields where depth < 12 && (field.isRequired || source.chance(30)) {
        fields[field.name] = value(field.kind, depth: depth + 1)
      }
      return .fields(fields)
    case .dictionary(let key, let kind, _):
      var fields = Fields()
      for _ in 0..<source.below(4) {
        fields[value(key, depth: depth).text ?? "x"] = value(kind, depth: depth + 1)
      }
      return .fields(fields)
    case .either(let text, let list, let fields):
      return value(source.pick([text, list, fields].compactMap { $0 }), depth: depth)
    case .anything:
      guard depth < 12 else { return .text(text()) }
      switch source.below(5) {
      case 0: return .list((0..<source.below(4)).map { _ in value(.anything, depth: depth + 1) })
      case 1: return value(.fields(source.pick(TreeMutation.schemas)), depth: depth + 1)
      default: return .text(text())
      }
    }
  }

  private static let schemas: [Schema] = [
    .standard, .assessment, .change, .fieldChange, .override, .useCaseRow, .evidence, .member,
  ]
}
