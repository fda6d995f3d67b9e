import Diagnostics
import PortfolioModel
import Records

/// What holds for any bytes that are read as a file of a portfolio.
struct RecordProperties {
  private let bytes: [UInt8]
  private let record: RecordFile
  private let schema: Schema

  init(_ bytes: [UInt8], path: String, schema: Schema) {
    self.bytes = bytes
    self.schema = schema
    record = RecordFile(bytes, path: path, schema: schema)
  }

  /// Whether the file stands for a value of the model.
  var isTyped: Bool { record.fields.map { TypedView.exists($0, schema) } ?? false }

  /// What does not hold, in words.
  func broken() -> [String] {
    places() + canonical() + readers() + formatted() + typed()
      + (record.fields.map { DaysAndPeople.broken(in: .fields($0)) } ?? [])
  }

  /// Each finding stands in the file, on one line of text without controls.
  private func places() -> [String] {
    let lines = LineLengths(bytes)
    return record.diagnostics.flatMap { diagnostic -> [String] in
      let place = diagnostic.location
      var broken: [String] = []
      if place.path != record.path { broken.append("a finding is in another file: \(place.path)") }
      if !lines.holds(line: place.line, column: place.column),
        diagnostic.rule != .oversizedFile
      {
        broken.append("\(diagnostic.rule) at \(place.line):\(place.column) is not in the file")
      }
      return broken
    }
  }

  /// Findings that canonical text can't have: they are about the text, not about what it says.
  private static let textual: Set<RuleID> = [
    .notCanonical, .yamlComment, .yamlAnchor, .yamlAlias, .yamlTag, .yamlMergeKey, .yamlComplexKey,
    .yamlSyntax, .multipleDocuments, .duplicateKey, .carriageReturn, .byteOrderMark, .invalidUTF8,
    .tabIndentation, .oversizedFile, .nestedTooDeeply, .tooManyItems, .misplacedKey,
    .forbiddenCharacter,
  ]

  private func canonical() -> [String] {
    guard record.isCanonical else {
      return record.diagnostics.isEmpty ? ["a file that is not canonical has no finding"] : []
    }
    guard let fields = record.fields else { return ["canonical text has no content"] }
    var broken = record.diagnostics.filter { RecordProperties.textual.contains($0.rule) }.map {
      "canonical text has the finding \($0.rule): \($0.message)"
    }
    if Array(CanonicalText.of(fields, schema).utf8) != bytes {
      broken.append("writing a canonical file gives other bytes")
    }
    return broken
  }

  /// The reader of canonical texts reads what libyaml reads.
  private func readers() -> [String] {
    RecordFile.isReadAlike(bytes, record.path, schema)
      ? [] : ["the two readers read different content"]
  }

  /// What `format` writes is canonical, says the same, and stays as it is.
  private func formatted() -> [String] {
    guard let text = record.canonicalText, let fields = record.fields else { return [] }
    let again = RecordFile(Array(text.utf8), path: record.path, schema: schema)
    var broken: [String] = []
    if !again.isCanonical { broken.append("formatted text is not canonical") }
    if again.fields != schema.ordered(fields) {
      broken.append("formatted text does not hold what the file held")
    }
    if again.canonicalText != text { broken.append("formatting twice gives another text") }
    let new = Set(again.diagnostics.map(\.rule)).subtracting(record.diagnostics.map(\.rule))
    // What said nothing is left out, and may then be missed.
    if !new.isSubset(of: [.missingKey, .unsupportedChange]) {
      broken.append("formatting brings the findings \(new.map(\.rawValue).sorted())")
    }
    return broken
  }

  /// A file without an error is what its kind of file is: nothing is dropped in silence.
  private func typed() -> [String] {
    guard let fields = record.fields,
      !record.diagnostics.contains(where: { $0.severity == .error })
    else { return [] }
    guard TypedView.exists(fields, schema) else {
      return ["\(schema.name) without an error can't be used"]
    }
    return []
  }
}

/// How long the lines of a file are, as a reader of YAML counts them.
private struct LineLengths {
  private var lengths: [Int] = [0]

  init(_ bytes: [UInt8]) {
    var sawReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\n" where sawReturn: break
      case "\n", "\r": lengths.append(0)
      default: lengths[lengths.count - 1] += 1
      }
      sawReturn = scalar == "\r"
    }
  }

  /// The end of a line is a place too.
  func holds(line: Int, column: Int) -> Bool {
    line >= 1 && line <= lengths.count && column >= 1 && column <= lengths[line - 1] + 1
  }
}
