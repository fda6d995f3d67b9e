package import Diagnostics
package import PortfolioModel

/// A file as it was read: its content, the places of its fields, and all findings on its text.
package final class RecordFile: Sendable {
  package let path: String
  package let schema: Schema
  /// The content, or nil where the text can't be read as fields.
  package let fields: Fields?
  package let places: SourceMap
  package let diagnostics: [Diagnostic]
  /// Every rule that the text breaks, including those whose findings are not shown.
  private let rules: Set<RuleID>
  /// Whether the bytes equal the content's canonical text.
  package let isCanonical: Bool

  /// Reads the text of one file against its schema.
  package convenience init(_ bytes: [UInt8], path: String, schema: Schema) {
    if let read = CanonicalReader.read(bytes, schema) {
      self.init(canonical: read, bytes, path: path, schema: schema)
    } else {
      self.init(yaml: bytes, path: path, schema: schema)
    }
  }

  /// Reads a file that has its canonical form; nil where the text departs from it.
  convenience init?(canonical bytes: [UInt8], path: String, schema: Schema) {
    guard let read = CanonicalReader.read(bytes, schema) else { return nil }
    self.init(canonical: read, bytes, path: path, schema: schema)
  }

  /// The fields of a file that has its canonical form.
  private init(
    canonical read: CanonicalReader.Content, _ bytes: [UInt8], path: String, schema: Schema
  ) {
    self.path = path
    self.schema = schema
    fields = read.fields
    isCanonical = true
    places = SourceMap(canonical: bytes, path: path)
    let problems =
      (read.isSound ? [] : schema.problems(in: read.fields))
      + RecordFile.problemsBetweenFields(of: read.fields, schema)
    guard !problems.isEmpty else {
      (diagnostics, rules) = ([], [])
      return
    }
    var findings = FindingList()
    findings.append(problems, places)
    (diagnostics, rules) = (findings.diagnostics, findings.rules)
  }

  /// Reads the text as YAML, whatever its form; ``init(_:path:schema:)`` gives the same of a file
  /// in canonical form.
  package init(yaml bytes: [UInt8], path: String, schema: Schema) {
    self.path = path
    self.schema = schema
    let check = TextCheck(bytes, path: path)
    guard let text = check.text, check.isReadable else {
      fields = nil
      places = SourceMap(path: path)
      diagnostics = check.findings.diagnostics
      rules = check.findings.rules
      isCanonical = false
      return
    }
    var tree = YAMLTree(text, path: path)
    let value = tree.read()
    places = tree.places
    var findings = check.findings
    findings.append(tree.findings)
    findings.append(
      CommentCheck(text, path: path)
        .findings(outside: tree.scalarSpans, isComplete: tree.isComplete))
    switch value {
    case .fields(let content): fields = content
    default:
      fields = nil
      if tree.findings.isEmpty {
        findings.report(
          .wrongType, at: tree.places.location(line: 1, column: 1),
          value == nil ? "the file is empty" : "the file holds no fields",
          help: ["a file of this kind is \(schema.name): 'field: value' lines"])
      }
    }
    if let fields {
      findings.append(
        schema.problems(in: fields) + RecordFile.problemsBetweenFields(of: fields, schema), places)
    }
    isCanonical = fields.map { Array(CanonicalText.of($0, schema).utf8) == bytes } ?? false
    if let fields, !isCanonical, findings.isEmpty {
      findings.append(RecordFile.notCanonical(text, fields, schema, places))
    }
    diagnostics = findings.diagnostics
    rules = findings.rules
  }

  /// The fields of a text, whatever they are called; nil where it can't be read as fields.
  package static func fields(of bytes: [UInt8]) -> Fields? {
    let check = TextCheck(bytes, path: "")
    guard let text = check.text, check.isReadable else { return nil }
    var tree = YAMLTree(text, path: "")
    guard case .fields(let fields)? = tree.read(), tree.isComplete else { return nil }
    return fields
  }

  /// The rules that concern only the form. `format` fixes their findings, and the content is read
  /// in spite of them.
  package static let mendable: Set<RuleID> = [
    .notCanonical, .carriageReturn, .byteOrderMark, .misplacedKey, .emptyValue,
  ]

  /// The text that `format` would write, or nil where it would lose something or can't read the
  /// file.
  package var canonicalText: String? {
    let isMendable = rules.allSatisfy {
      RecordFile.mendable.contains($0) || RecordFile.isAboutContent($0)
    }
    guard let fields, isMendable else { return nil }
    let text = CanonicalText.of(fields, schema)
    // A file with only empty values can't be written, nor a line feed where the format allows none.
    // So the new text is read again and only used if it holds the same content.
    guard !text.utf8.allSatisfy({ $0 == UInt8(ascii: "\n") }) else { return nil }
    let again = RecordFile(Array(text.utf8), path: path, schema: schema)
    return again.fields == schema.ordered(fields) ? text : nil
  }

  /// What keeps `format` from writing the file: what it can't mend, and what would be lost.
  package var stoppers: [Diagnostic] {
    let errors = diagnostics.filter { $0.severity == .error }
    let own = errors.filter {
      !RecordFile.mendable.contains($0.rule) && !RecordFile.isAboutContent($0.rule)
    }
    guard own.isEmpty else { return own }
    let empty = errors.filter { $0.rule == .emptyValue }
    guard empty.isEmpty else { return empty }
    return [
      Diagnostic(
        .notCanonical, at: places.location(line: 1, column: 1),
        "the canonical form would not hold all that the file says",
        help: ["write the values that are left out on one line each, without escapes"])
    ]
  }

  /// Whether a rule judges a value's content, which `format` doesn't change.
  private static func isAboutContent(_ rule: RuleID) -> Bool {
    switch rule {
    case .missingKey, .blankText, .unknownWord, .invalidIdentifier, .invalidNumber, .invalidDate,
      .invalidPerson, .invalidLink, .repeatedItem, .unsupportedChange,
      .memberKeyMalformed, .memberKeyShared, .bodyRepeated:
      true
    default: false
    }
  }

  /// What a schema can't say: that fields don't fit one another.
  private static func problemsBetweenFields(
    of fields: Fields, _ schema: Schema
  ) -> [SchemaProblem] {
    var problems: [SchemaProblem] = []
    if schema === Schema.criteria { problems += Criteria.problems(in: fields) }
    if schema === Schema.committee { problems += Committee.problems(in: fields) }
    if schema === Schema.review { problems += Review.problems(in: fields) }
    if schema === Schema.proposal {
      for (index, change) in fields.list("changes").enumerated() {
        guard let change = change.fields else { continue }
        problems += Change.problems(in: change, at: FieldPath(["changes", String(index)]))
      }
    }
    return problems
  }

  private static func notCanonical(
    _ text: String, _ fields: Fields, _ schema: Schema, _ places: SourceMap
  ) -> Diagnostic {
    let newline = UInt8(ascii: "\n")
    let wanted = CanonicalText.of(fields, schema).utf8
    let common = zip(text.utf8, wanted).prefix { $0 == $1 }
    let line = common.count { $0.0 == newline }
    let expected: Hint
    switch common.count {
    case text.utf8.count: expected = "the file ends in one line feed"
    case wanted.count: expected = "the file ends before this line"
    default:
      let lines = wanted.split(separator: newline, omittingEmptySubsequences: false)
      expected = "expected here: \(String(decoding: lines[line], as: UTF8.self))"
    }
    return Diagnostic(
      .notCanonical, at: places.location(line: line + 1, column: 1),
      "the file is not in its canonical form from here on",
      help: ["run \(run: .format(path: places.path))", expected])
  }
}

extension FindingList {
  /// Adds what a file's fields are not, each at its place.
  fileprivate mutating func append(_ problems: [SchemaProblem], _ places: SourceMap) {
    for problem in problems {
      report(
        problem.rule, at: places.location(of: problem.path, key: problem.isAboutKey),
        problem.message, help: problem.help)
    }
  }
}
