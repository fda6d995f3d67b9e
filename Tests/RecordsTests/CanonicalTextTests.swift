import Diagnostics
import Foundation
import PortfolioModel
import TestSupport
import Testing

@testable import Records

@Suite("The canonical text")
struct CanonicalTextTests {
  struct Named: Sendable, CustomTestStringConvertible {
    let name: String
    let schema: Schema

    init(_ name: String, _ schema: Schema) {
      self.name = name
      self.schema = schema
    }

    var testDescription: String { name }
  }

  static let schemas: [Named] = [
    Named("standard", .standard), Named("delisted", .delisted), Named("override", .override),
    Named("use case", .useCase), Named("criteria", .criteria), Named("committee", .committee),
    Named("portfolio", .portfolio), Named("proposal", .proposal), Named("state", .state),
    Named("review", .review), Named("ballot", .ballot), Named("receipts", .receipts),
    Named("replies", .replies), Named("dispositions", .dispositions),
    Named("result", .ballotResult), Named("survey", .survey), Named("response", .response),
    Named("sealed", .sealedAnswers), Named("experts", .surveyExperts),
  ]

  @Test("Reads a written record back to the same bytes")
  func example() {
    let text = """
      brief-name: Old 10
      formal-name: "A name: with a colon"
      clause: "5.1"
      scope: Tenth revision of a classification, for what is made at encounters.
      group: preferred
      position: 30
      assessment:
        maturity: final
        product-adoption: moderate
        site-deployment:
          regions: {us: high, canada: {level: low, trend: rising}, elsewhere: low}
        tooling: moderate
      will-be-superseded-by: [old-11, {external: Another One}]
      sdo: [Some Organization]
      conforms-to: {any-of: [Old-9, "Old, 10", "no"]}
      tools:
        - {label: Browser, url: https://x.example/}
      footnotes:
        - on: [product-adoption, site-deployment]
          text: |
            First line.

            After a blank one.
      description: |
        One sentence a line.
          An indented one.

      """
    let bytes = Array(text.utf8)
    let record = RecordFile(bytes, path: "x.yml", schema: .standard)
    #expect(record.diagnostics == [])
    #expect(record.isCanonical)
    #expect(record.fields.map { CanonicalText.of($0, .standard) } == text)
    #expect(
      record.places.location(of: FieldPath("assessment.site-deployment.regions.us")).line == 11)
    #expect(record.places.location(of: FieldPath("sdo.0")).column == 7)
  }

  @Test("Writes what it reads, for thousands of hostile values", arguments: schemas)
  func property(named: Named) {
    let schema = named.schema
    var generator = Generator(seed: named.name.utf8.reduce(0) { $0 &* 31 &+ UInt64($1) })
    for _ in 0..<400 {
      let fields = generator.fields(schema)
      // A file of which no field is required may be generated empty, and none is written so.
      guard !fields.isEmpty else { continue }
      let text = CanonicalText.of(fields, schema)
      let record = RecordFile(Array(text.utf8), path: "x.yml", schema: schema)
      let faults = record.diagnostics.filter { !CanonicalTextTests.isAboutContent($0.rule) }
      #expect(faults.isEmpty, "\(faults)\n\(text)")
      let read = FieldValue.fields(record.fields ?? Fields())
      #expect(read.firstDifference(from: .fields(fields)) == nil, "\(text)")
      #expect(record.isCanonical)
      guard faults.isEmpty, record.fields == fields else { return }
    }
  }

  /// What generated values may break is what they say, not how they are written.
  static func isAboutContent(_ rule: RuleID) -> Bool {
    switch rule {
    case .missingKey, .blankText, .unknownWord, .unsupportedChange, .unknownKey, .invalidPerson,
      .memberKeyShared, .memberRepeated, .bodyRepeated:
      true
    default: false
    }
  }

  @Test("Agrees with PyYAML, which types nothing", .slow, .enabled(if: PyYAML.isWanted))
  func pyYAML() throws {
    var generator = Generator(seed: 7)
    var documents: [(text: String, fields: Fields)] = []
    for schema in CanonicalTextTests.schemas.map(\.schema) {
      for _ in 0..<150 {
        let fields = generator.fields(schema)
        guard !fields.isEmpty else { continue }
        documents.append((CanonicalText.of(fields, schema), fields))
      }
    }
    let read = try PyYAML.load(documents.map(\.text))
    try #require(read.count == documents.count)
    for (value, document) in zip(read, documents) {
      #expect(value == .fields(document.fields), "\(document.text)")
      guard value == .fields(document.fields) else { return }
    }
  }

  @Test("Is what PyYAML reads from every shipped file", .enabled(if: PyYAML.isWanted))
  func shipped() throws {
    let root = URL(fileURLWithPath: Checkout.root)
    var texts: [String] = []
    for folder in ["Portfolio", "Proposals"] {
      let names = FileManager.default.enumerator(atPath: root.path + "/" + folder)?.allObjects
      for name in (names as? [String] ?? []).sorted() where name.hasSuffix(".yml") {
        texts.append(
          try String(contentsOf: root.appending(path: "\(folder)/\(name)"), encoding: .utf8))
      }
    }
    #expect(texts.count >= 92)
    for (value, text) in zip(try PyYAML.load(texts), texts) {
      var tree = YAMLTree(text, path: "")
      #expect(tree.read() == value, "\(text.prefix(200))")
    }
  }
}

extension FieldValue {
  /// Where two values first differ, for a failing test.
  func firstDifference(from other: FieldValue, at path: FieldPath = .root) -> String? {
    switch (self, other) {
    case (.fields(let left), .fields(let right)) where left.names == right.names:
      return left.entries.lazy.compactMap { entry in
        right[entry.name].flatMap {
          entry.value.firstDifference(from: $0, at: path.appending(entry.name))
        }
      }.first
    case (.list(let left), .list(let right)) where left.count == right.count:
      return zip(left, right).enumerated().lazy.compactMap { index, pair in
        pair.0.firstDifference(from: pair.1, at: path.appending(index))
      }.first
    default: return self == other ? nil : "\(path): \(self) is not \(other)"
    }
  }
}
