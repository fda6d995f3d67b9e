import PortfolioModel

/// A seeded source of hostile values, the same in every run.
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(next() % UInt64(values.count))]
  }

  mutating func chance(_ percent: UInt64) -> Bool { next() % 100 < percent }

  private static let words = [
    "no", "yes", "on", "Off", "y", "N", "true", "FALSE", "null", "~", "Null", "<<", "=", "1_000",
    "0o17", "0x1F", "0b101", "017", "1:30", "12:30:45", "1e3", "1.5", ".5", "5.", "+1", "-1", "-",
    "--", "---", "- a", "-a", "?", "? a", "?a", ":", ": a", ":a", "a:", "a: b", "a:b", "a #b",
    "a#b", "#a", "# a", "&a", "*a", "!a", "|", "|a", ">", "> a", "'a", "\"a\"", "a\"b", "a\\b",
    "\\", "%a", "@a", "`a", "{a}", "[a]", "a,b", "a, b", "{", "]", "2020-11-01", "2020-1-1",
    "2020-11-01T10:00:00Z", "2020-11", ".inf", "-.INF", ".nan", " a", "a ", " ", "...", "... a",
    "é", "e\u{301}", "日本語", "👩‍⚕️", "🇳🇴", "a\u{A0}b", "ﬀ", "ǆ", "Ａ", "https://x.example/?a=b&c#d",
    "1.10", "5.1", "5.3.1.6", "0", "00", "1,000", "١٢", "١:٢", "NO", "nO", "a - b", "a ? b",
    "it's", "“quoted”", "tab-less", "x\u{200D}y", String(repeating: "long ", count: 300) + "end",
  ]

  static let keys = [
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILfPZLTk7pDT5T1P6qYkFZtnxo0AKe9BKEc1fseiQN2q",
    "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBBnA1XmNRTf/oOarGBMw"
      + "4KSR1t1gwIy1CNrXdXMSz8vbzH12NY0BHlGN1QrxQsFSCLCKsHgTwCJS3S1uQFya4KM=",
  ]

  mutating func line() -> String {
    let count = 1 + Int(next() % 3)
    let text = (0..<count).map { _ in pick(Generator.words) }
      .joined(separator: pick(["", " ", ", ", ": ", " #", "-"]))
    return text.isEmpty ? "x" : text
  }

  mutating func prose() -> String {
    let lines = (0...Int(next() % 4)).map { _ -> String in
      var text = pick(["", "  indented ", ""]) + line()
      while text.hasSuffix(" ") { text.removeLast() }
      return text
    }
    var text = lines.joined(separator: pick(["\n", "\n\n"]))
    while text.hasPrefix(" ") || text.hasPrefix("\n") { text.removeFirst() }
    return (text.isEmpty ? "x" : text) + "\n"
  }

  /// A value that meets a kind.
  mutating func value(_ kind: FieldKind, depth: Int = 0) -> FieldValue {
    switch kind {
    case .line: return .text(line())
    case .prose: return .text(prose())
    case .number: return .text(String(next() % 1_000_000))
    case .fraction: return .text(pick(["0/1", "2/3", "999999/999999"]))
    case .date(let words): return .text(pick(words + ["2026-11-23", "2000-02-29"]))
    case .word(let vocabulary): return .text(pick(vocabulary.words))
    case .flag: return .text("true")
    case .identifier: return .text(pick(["a", "no", "x-1", "on", "123", "a-b-c", "1e3", "0x1"]))
    case .person: return .text(pick(["Ada <a@x>", "O'Hara: x <o@y.z>", "No #1 <n@x>"]))
    case .link: return .text(pick(["https://x.example/?a=b", "mailto:a@b", "http://[::1]/{x},y"]))
    case .objectID:
      return .text(
        pick([String(repeating: "1", count: 40), "12345678901234567890e2345678901234567890"]))
    case .digest: return .text(String(repeating: "1", count: 64))
    case .publicKey: return .text(pick(Generator.keys))
    case .list(.anything):
      // What a change puts into a list, or takes out, is a line or a mapping of lines.
      return .list([
        .text(line()), .fields(Fields([Fields.Entry("external", .text(line()))])),
      ])
    case .list(let item):
      var items: [FieldValue] = []
      for _ in 0...Int(next() % 3) {
        let new = value(item, depth: depth + 1)
        if !items.contains(new) { items.append(new) }
      }
      return .list(items)
    case .fields(let schema): return .fields(fields(schema, depth: depth))
    case .dictionary(let key, let kind, _):
      var fields = Fields()
      for _ in 0...Int(next() % 3) {
        fields[value(key).text ?? "x"] = value(kind, depth: depth + 1)
      }
      return kind.isOrdered(.fields(fields))
    case .either(let text, let list, let fields):
      if case .anything? = fields {
        return .fields(Fields([Fields.Entry("x", value(.anything, depth: depth + 1))]))
      }
      return value(pick([text, list, fields].compactMap { $0 }), depth: depth)
    case .anything:
      switch next() % (depth > 4 ? 2 : 5) {
      case 0: return .text(line())
      case 1: return .text(prose())
      case 2: return value(.list(.line), depth: depth + 1)
      default:
        return .fields(
          Fields([
            Fields.Entry("field", .text(line())),
            Fields.Entry(pick(["a", "b c", "no"]), value(.anything, depth: depth + 2)),
          ]))
      }
    }
  }

  mutating func fields(_ schema: Schema, depth: Int = 0) -> Fields {
    var fields = Fields()
    for field in schema.fields where field.isRequired || chance(60) {
      fields[field.name] = value(field.kind, depth: depth + 1)
    }
    return schema.ordered(fields)
  }
}

extension FieldKind {
  /// A generated dictionary with `elsewhere`, if any, at its end.
  fileprivate func isOrdered(_ value: FieldValue) -> FieldValue {
    FieldKind.dictionary(key: .identifier, value: self, flow: true).ordered(value)
  }
}
