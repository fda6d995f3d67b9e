import PortfolioModel
import Records
import TestSupport
import Testing

/// What proposals take away and bring is written as the field's own kind says.
@Suite("The text of changes")
struct ProposalTextTests {
  /// Every field that a change of the subject can name, with what it may hold.
  static func fields(of kind: SubjectKind) -> [(name: String, kind: FieldKind)] {
    let rows = kind == .useCase ? below(.fields(.useCaseRow), "rows.HL7 v2.5: a #1") : []
    return below(.fields(kind.schema), "") + rows
  }

  private static func below(_ kind: FieldKind, _ name: String) -> [(name: String, kind: FieldKind)]
  {
    let own = name.isEmpty ? [] : [(name: name, kind: kind)]
    switch kind {
    case .fields(let schema):
      return own
        + schema.fields.flatMap { below($0.kind, name.isEmpty ? $0.name : "\(name).\($0.name)") }
    case .dictionary(_, let value, _): return own + below(value, name + ".us")
    case .either(_, _, let fields?): return own + below(fields, name).dropFirst()
    default: return own
    }
  }

  /// A change of a field: both values, one of them, or items of a list.
  private func change(
    _ field: (name: String, kind: FieldKind), _ generator: inout Generator
  ) -> FieldChange {
    let values = (0..<2).map { _ -> FieldValue in
      var value = generator.value(field.kind)
      while value.isEmpty { value = generator.value(field.kind) }
      return value
    }
    switch generator.next() % 4 {
    case 0: return FieldChange(field.name, from: values[0])
    case 1: return FieldChange(field.name, to: values[1])
    case 2 where field.kind.isList && values.allSatisfy { $0.list != nil }:
      return FieldChange(field.name, insert: values[0].list ?? [], drop: values[1].list ?? [])
    default: return FieldChange(field.name, from: values[0], to: values[1])
    }
  }

  private func proposal(_ changes: [Change]) throws -> Fields {
    Schema.proposal.ordered(try #require(Proposal.provisional(changes)).fields)
  }

  private func expectRoundTrip(_ fields: Fields) -> String {
    let text = CanonicalText.of(fields, .proposal)
    let file = RecordFile(Array(text.utf8), path: "x.yml", schema: .proposal)
    #expect(file.diagnostics == [], "\(text)")
    #expect(file.isCanonical && file.fields == fields, "\(text)")
    return text
  }

  /// Proposals that change every field of a kind of subject, a few times each.
  private func texts(_ kind: SubjectKind) throws -> [(text: String, fields: Fields)] {
    var generator = Generator(seed: UInt64(kind.rawValue.utf8.count))
    let subject = SubjectID(kind, try #require(Identifier("no")))
    return try (0..<12).flatMap { _ in
      try ProposalTextTests.fields(of: kind).map { field in
        let fields = try proposal([Change(subject, .set([change(field, &generator)]))])
        return (expectRoundTrip(fields), fields)
      }
    }
  }

  @Test("Reads back every field from and to every shape", arguments: SubjectKind.allCases)
  func sets(kind: SubjectKind) throws { #expect(try !texts(kind).isEmpty) }

  @Test("Reads back whole additions", arguments: SubjectKind.allCases)
  func additions(kind: SubjectKind) throws {
    guard kind.verbs.contains("add") else { return }
    var generator = Generator(seed: 11)
    let subject = SubjectID(kind, try #require(Identifier("1e3")))
    for _ in 0..<200 {
      let content = generator.fields(kind == .standard ? .addedStandard : kind.schema)
      _ = expectRoundTrip(try proposal([Change(subject, .add(content))]))
    }
  }

  @Test("Is what PyYAML reads, which types nothing", .slow, .enabled(if: PyYAML.isWanted))
  func pyYAML() throws {
    let written = try SubjectKind.allCases.flatMap(texts)
    let read = try PyYAML.load(written.map(\.text))
    try #require(read.count == written.count)
    for (value, (text, fields)) in zip(read, written) {
      #expect(value == .fields(fields), "\(text)")
    }
  }

  @Test("Writes one line where both values are lines or lists of lines, else a block")
  func layout() throws {
    let text = """
      nature: assessment
      proposer: Nobody <nobody@invalid>
      created: 1970-01-01
      changes:
        - standard: a
          set:
            - {field: position, from: 10, to: 20}
            - {field: reference, from: "10", to: "no"}
            - {field: formerly, drop: ["1.10"], insert: [X, "a, b"]}
            - field: used-with
              drop: [{external: X}]
            - field: site-deployment
              from: moderate
              to:
                regions: {us: high, elsewhere: {level: low, trend: rising}}
            - field: description
              to: |
                One.

                  Two.
          place: {before: b}
        - override: o
          remove: true

      """
    let file = RecordFile(Array(text.utf8), path: "x.yml", schema: .proposal)
    #expect(file.diagnostics == [])
    #expect(file.isCanonical)
  }
}
