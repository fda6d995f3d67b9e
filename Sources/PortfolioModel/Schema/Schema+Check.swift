import Diagnostics

extension Schema {
  /// All problems of fields by this schema, each with its path below `path`.
  ///
  /// The path is only worked out where there is a problem.
  package func problems(
    in values: Fields, at path: @autoclosure () -> FieldPath = .root
  ) -> [SchemaProblem] {
    var problems: [SchemaProblem] = []
    var furthest = -1
    for entry in values.entries {
      guard let index = index(of: entry.name, near: furthest + 1) else {
        problems.append(unknownKey(entry.name, at: path().appending(entry.name)))
        continue
      }
      if index < furthest {
        let later = fields[furthest].name
        problems.append(
          SchemaProblem(
            .misplacedKey, at: path().appending(entry.name), key: true,
            "'\(entry.name)' comes after '\(later)' but belongs before it",
            help: ["run \(run: .verb(.format)) to put the fields into their order"]))
      }
      furthest = max(furthest, index)
      let field = fields[index]
      problems +=
        field.isRequired && entry.value.isEmpty
        ? [field.kind.emptyValue(at: path().appending(entry.name), isRequired: true)]
        : field.kind.problems(in: entry.value, at: path().appending(entry.name))
    }
    for field in fields where field.isRequired && values[field.name] == nil {
      problems.append(
        SchemaProblem(
          .missingKey, at: path(), "\(self.name) needs '\(field.name)'", help: field.ways))
    }
    return problems
  }

  /// The index of the field of a name; it is looked for from an index on first, as the fields of
  /// most files have their order.
  private func index(of name: String, near start: Int) -> Int? {
    let isNamed: (Int) -> Bool = { [fields] in fields[$0].name.hasSameBytes(as: name) }
    return (max(0, start)..<fields.count).first(where: isNamed)
      ?? (0..<min(max(0, start), fields.count)).first(where: isNamed)
  }

  private func unknownKey(_ key: String, at place: FieldPath) -> SchemaProblem {
    SchemaProblem(
      .unknownKey, at: place, key: true, "\(self.name) has no field '\(key)'",
      help: [self.hint(for: key)])
  }

  private func hint(for key: String) -> Hint {
    let names = fields.map(\.name)
    return Nearest.hint(for: key, in: names, "the fields are")
  }
}

extension FieldKind {
  /// All problems of a value of this kind.
  package func problems(
    in value: FieldValue, at path: @autoclosure () -> FieldPath
  ) -> [SchemaProblem] {
    if value.isEmpty { return [emptyValue(at: path())] }
    switch (self, value) {
    case (.anything, _): return FieldKind.textProblems(inAnything: value, at: path())
    case (.list(let item), .list(let items)):
      return item.problems(inItems: items, at: path())
    case (.fields(let schema), .fields(let fields)): return schema.problems(in: fields, at: path())
    case (.dictionary(let key, let kind, _), .fields(let fields)):
      return fields.entries.flatMap { entry in
        key.textProblems(in: entry.name, at: path().appending(entry.name), key: true)
          + kind.problems(in: entry.value, at: path().appending(entry.name))
      }
    case (.either(let text, let list, let fields), _):
      let kind =
        switch value {
        case .text: text
        case .list: list
        case .fields: fields
        }
      return kind?.problems(in: value, at: path()) ?? [wrongType(value, at: path())]
    case (.list, _), (.fields, _), (.dictionary, _): return [wrongType(value, at: path())]
    case (_, .text(let text)): return textProblems(in: text, at: path())
    default: return [wrongType(value, at: path())]
    }
  }

  private func problems(
    inItems items: [FieldValue], at path: @autoclosure () -> FieldPath
  ) -> [SchemaProblem] {
    var problems: [SchemaProblem] = []
    let repeats = items.hasRepeats
    var seen: Set<FieldValue> = []
    for (index, item) in items.enumerated() {
      problems += self.problems(in: item, at: path().appending(index))
      if repeats, !seen.insert(item).inserted {
        problems.append(
          SchemaProblem(
            .repeatedItem, at: path().appending(index), "the list holds this item already",
            help: ["remove one of the two"]))
      }
    }
    return problems
  }

  fileprivate func emptyValue(at path: FieldPath, isRequired: Bool = false) -> SchemaProblem {
    SchemaProblem(
      .emptyValue, at: path, "'\(path.steps.last ?? "")' has no value",
      help: [isRequired ? "give it \(phrase)" : "give it \(phrase), or remove the field"])
  }

  private func wrongType(_ value: FieldValue, at path: FieldPath) -> SchemaProblem {
    let actual =
      switch value {
      case .text: "text"
      case .list: "a list"
      case .fields: "a mapping"
      }
    return SchemaProblem(
      .wrongType, at: path, "expected \(phrase), found \(actual)",
      help: ["write it as \(phrase)"])
  }

  /// The kind in words: "a line of text", "a list of ids".
  package var phrase: String {
    switch self {
    case .line: "a line of text"
    case .prose: "text in the block form '|'"
    case .number: "a whole number"
    case .fraction: "a fraction such as 2/3"
    case .date(let words): (["a date such as 2026-11-23"] + words.map { "'\($0)'" }).alternatives
    case .word(let vocabulary): "a \(vocabulary.name)"
    case .flag: "the word 'true'"
    case .identifier: "an id"
    case .person: "a person, as 'NAME <EMAIL>'"
    case .link: "a link"
    case .objectID: "an object id of 40 hexadecimal digits"
    case .digest: "a digest of 64 hexadecimal digits"
    case .publicKey: "a public key, as 'TYPE BASE64'"
    case .list(let item): "a list, each item \(item.phrase)"
    case .fields(let schema): schema.name
    case .dictionary: "a mapping"
    case .either(let text, let list, let fields):
      [text, list, fields].compactMap { $0?.phrase }.alternatives
    case .anything: "a value"
    }
  }
}

extension [FieldValue] {
  /// Whether two items are the same.
  package var hasRepeats: Bool {
    // Most lists are short, and to compare their items takes less than to hash them.
    guard count <= 12 else { return Set(self).count < count }
    return indices.dropFirst().contains { self[..<$0].contains(self[$0]) }
  }
}

extension [String] {
  /// The items as "a, b, c".
  package var listed: String { joined(separator: ", ") }

  /// The items as "a, b or c".
  package var alternatives: String { phrase(joining: "or") }

  /// The items as "a, b and c".
  package var conjunction: String { phrase(joining: "and") }

  private func phrase(joining word: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(word) " + last
  }
}
