import PortfolioModel
import Records
import Testing

/// The texts of a small portfolio and of one proposal on it, in canonical form.
enum Texts {
  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  static func canonical(_ text: String, _ schema: Schema) throws -> String {
    let file = RecordFile(Array(text.utf8), path: "sample.yml", schema: schema)
    let fields = try #require(file.fields, "\(file.diagnostics)\n\(text)")
    return CanonicalText.of(schema.ordered(fields), schema)
  }

  static func portfolio(requiresSignatures: Bool) throws -> [String: String] {
    let rules = requiresSignatures ? "  require-signed-reviews: true\n" : ""
    return [
      Layout.portfolioFile: try canonical(description, .portfolio),
      Layout.criteriaFile: try canonical(criteria + rules, .criteria),
      Layout.committeeFile: try canonical(committee, .committee),
      Layout.changelogFile: Changelog([]).text,
      "Portfolio/standards/data/a.yml": try canonical(standard, .standard),
    ]
  }

  static func proposal(by actor: Actor, created: String, tooling: String) throws -> String {
    try canonical(
      """
      title: Re-rate A
      nature: assessment
      proposer: \(actor.person)
      created: \(created)
      changes:
        - standard: a
          set:
            - {field: tooling, from: low, to: \(tooling)}
      evidence:
        - {title: A survey, kind: survey, source: Members}
      rationale: |
        The tools are there.

      """, .proposal)
  }

  static func review(
    _ member: String, _ verdict: String, on day: String, of content: String, signature: String?
  ) throws -> String {
    var text = "member: \(member)\ndate: \(day)\nverdict: \(verdict)\ncontent: \(content)\n"
    if verdict == "object" { text += "comment: |\n  No.\n" }
    if let signature {
      text +=
        "signature: |\n  -----BEGIN SSH SIGNATURE-----\n  \(signature)\n"
        + "  -----END SSH SIGNATURE-----\n"
    }
    return try canonical(text, .review)
  }

  private static let key =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILfPZLTk7pDT5T1P6qYkFZtnxo0AKe9BKEc1fseiQN2q"

  /// Of its members Bob has a key; whether a signature is by it, ``Scribbles`` says.
  private static let committee = """
    members:
      - {id: cleo, name: Cleo Chair, email: cleo@chair.example, affiliation: Chair, role: chair}
      - {id: ada, name: Ada Editor, email: ada@editors.example, affiliation: Editors, role: editor}
      - {id: bob, name: Bob Second, email: bob@south.example, affiliation: South, role: member, keys: [\(key)]}
      - {id: siri, name: Siri Third, email: siri@north.example, affiliation: North, role: member}
      - {id: lars, name: Lars Left, email: lars@west.example, affiliation: West, role: member, until: 2026-06-30}

    """

  private static let description = """
    id: demo
    format: 1
    title: A demonstration
    edition: First
    categories:
      - id: data
        name: Data

    """

  private static let standard = """
    brief-name: A
    formal-name: The standard A
    scope: What A is for.
    group: preferred
    position: 10
    assessment:
      maturity: final
      product-adoption: moderate
      site-deployment: low
      tooling: low
    sdo: [Somebody]

    """

  private static let criteria = """
    regional: lowest
    groups:
      preferred:
        required:
          maturity: {at-least: final, basis: calibrated}
      legacy:
        required:
          superseded-by-preferred: {condition: superseded-by-preferred, basis: published 1}
      emerging:
        required:
          maturity: {at-least: trial-use, basis: calibrated}
    moves:
      - {from: new, to: emerging}
      - {from: emerging, to: preferred}
    review:
      assessment: {approvals: 2, affiliations: 2}
      editorial: {approvals: 1, affiliations: 1}

    """
}

/// Believes every signature whose text is GOOD.
struct Scribbles: SignatureVerifier {
  func standing(
    of signature: String, over text: any SignedText, keysOf committee: Committee
  ) -> SignatureStanding {
    signature.contains("\nGOOD\n") ? .verified : .invalid("it is another's")
  }
}
