import Diagnostics
import PortfolioModel
import Testing

/// A verifier that believes what the signature says of itself.
struct Scribbles: SignatureVerifier {
  func standing(
    of signature: String, over text: any SignedText, keysOf committee: Committee
  ) -> SignatureStanding {
    if signature.contains("\nGOOD\n") { return .verified }
    if signature.contains("\nNONE\n") { return .unchecked("there is no program for it") }
    return .invalid("it is another's")
  }

  static func armour(_ body: String) -> String {
    "-----BEGIN SSH SIGNATURE-----\n\(body)\n-----END SSH SIGNATURE-----\n"
  }
}

@Suite("Signed reviews")
struct ReviewSignatureTests {
  private static let keys = [
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILfPZLTk7pDT5T1P6qYkFZtnxo0AKe9BKEc1fseiQN2q",
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMfPZLTk7pDT5T1P6qYkFZtnxo0AKe9BKEc1fseiQN2q",
  ]

  private static let committee = """
    members:
      - {id: ada, name: Ada, email: ada@x.example, affiliation: X, role: chair, keys: [\(keys[0])]}
      - {id: bob, name: Bob, email: bob@y.example, affiliation: Y, role: member, keys: [\(keys[1])]}
      - {id: cy, name: Cy, email: cy@z.example, affiliation: Z, role: member}
    """

  private static let content = String(repeating: "a", count: 40)

  private func review(
    _ member: String, _ signature: String?, verdict: String = "approve", comment: String? = nil
  ) throws -> Review {
    var fields = Fields()
    fields["member"] = .text(member)
    fields["date"] = .text("2026-05-01")
    fields["verdict"] = .text(verdict)
    fields["content"] = .text(ReviewSignatureTests.content)
    if let comment { fields["comment"] = .text(comment) }
    if let signature { fields["signature"] = .text(signature) }
    return try #require(Review(file: member, fields: fields))
  }

  private func base(_ committee: String? = committee, signed: Bool = true) throws -> Portfolio {
    try Sample.portfolio(
      [try Sample.standard("a")],
      criteria: Sample.criteriaText + (signed ? "\n  require-signed-reviews: true\n" : "\n"),
      committee: committee)
  }

  private func standing(
    _ reviews: [Review], on base: Portfolio, settlement: String = ""
  ) throws -> ReviewStanding {
    let state = try #require(
      ProposalState(fields: try Sample.fields("status: open\n" + settlement, .state)))
    return ReviewStanding(
      of: try Sample.proposal("  - standard: a\n    confirm: [tooling]\n"),
      content: ReviewSignatureTests.content, reviews: reviews, state: state,
      signatures: ReviewSignatures(
        of: reviews, settledBy: state.resolutions, on: base, by: Scribbles(), blobID: { $0 }),
      on: base, ownPeople: [], today: try Sample.day("2026-06-01"))
  }

  @Test("Signs portfolio, content, member, verdict, date and comment, and no number")
  func text() throws {
    let review = try review("ada", nil, comment: "Agreed.\n")
    let text = ReviewText(of: review, in: try Sample.id("demo")) { "id of \($0.utf8.count)" }
    #expect(
      text?.text == """
        rspmaint-review 1
        portfolio: demo
        content: \(ReviewSignatureTests.content)
        member: ada
        verdict: approve
        date: 2026-05-01
        comment: id of 8

        """)
    let silent = ReviewText(of: try self.review("ada", nil), in: try Sample.id("demo")) {
      "id of \($0.utf8.count)"
    }
    #expect(silent?.comment == "id of 0")
  }

  @Test("Counts what is signed, and says why the rest does not count")
  func required() throws {
    let reviews = [
      try review("ada", Scribbles.armour("GOOD")), try review("bob", nil),
    ]
    let strict = try standing(reviews, on: base())
    #expect(strict.approvals.map(\.file) == ["ada"])
    #expect(strict.discounted.map(\.why) == [.unsigned])
    #expect(try standing(reviews, on: base(signed: false)).isEnough)
  }

  @Test("Counts no wrong signature, required or not", arguments: [true, false])
  func wrong(isRequired: Bool) throws {
    let reviews = [
      try review("ada", Scribbles.armour("EVIL")), try review("bob", Scribbles.armour("NONE")),
      try review("cy", Scribbles.armour("GOOD")),
      try review("eve", Scribbles.armour("GOOD")),
    ]
    let standing = try standing(reviews, on: base(signed: isRequired))
    #expect(standing.approvals.isEmpty)
    #expect(
      standing.discounted.map(\.why) == [
        .wronglySigned("it is another's"), .unchecked("there is no program for it"),
        .wronglySigned("the committee lists no key of its author"), .unknown,
      ])
  }

  @Test("Lets an objection stand, whatever its signature")
  func objection() throws {
    let objection = try review("bob", Scribbles.armour("EVIL"), verdict: "object", comment: "No.\n")
    #expect(try standing([objection], on: base()).objections.map(\.file) == ["bob"])
  }

  @Test("Signs objection, objector, chair, date and reason of a settlement")
  func settlementText() throws {
    let objection = try review("bob", nil, verdict: "object", comment: "No.\n")
    let settlement = ProposalState.Resolution(
      reviewer: "bob", by: "ada", date: try Sample.day("2026-05-02"), because: "Heard.",
      signature: nil)
    let text = SettlementText(of: settlement, settling: objection, in: try Sample.id("demo")) {
      "id of \($0.utf8.count)"
    }
    #expect(
      text?.text == """
        rspmaint-settlement 1
        portfolio: demo
        content: \(ReviewSignatureTests.content)
        reviewer: bob
        objected: 2026-05-01
        comment: id of 4
        member: ada
        date: 2026-05-02
        because: id of 6

        """)
  }

  @Test(
    "Settles an objection by a signature where one is required, and never by a wrong one",
    arguments: [
      (signature: "GOOD", isRequired: true, settles: true),
      (signature: "GOOD", isRequired: false, settles: true),
      (signature: "EVIL", isRequired: true, settles: false),
      (signature: "EVIL", isRequired: false, settles: false),
      (signature: "NONE", isRequired: false, settles: false),
      (signature: "", isRequired: true, settles: false),
      (signature: "", isRequired: false, settles: true),
    ])
  func settlement(signature: String, isRequired: Bool, settles: Bool) throws {
    let lines = Scribbles.armour(signature).split(separator: "\n").map { "      \($0)\n" }.joined()
    let settlement =
      "resolved:\n  - reviewer: bob\n    by: ada\n    date: 2026-05-02\n    because: Heard.\n"
      + (signature.isEmpty ? "" : "    signature: |\n" + lines)
    let objection = try review("bob", nil, verdict: "object", comment: "No.\n")
    let standing = try standing(
      [objection], on: base(signed: isRequired), settlement: settlement)
    #expect(standing.objections.isEmpty == settles)
    #expect(standing.discounted.map(\.why) == (settles ? [.resolved] : []))
  }

  @Test(
    "Takes nothing for a signature but one whole armour",
    arguments: [
      "GOOD\n", Scribbles.armour("GOOD").replacing("END", with: "FIN"),
      Scribbles.armour("GOOD") + Scribbles.armour("GOOD"), Scribbles.armour("GOOD") + "GOOD\n",
      Scribbles.armour("GO OD"), Scribbles.armour("GOOD\n"),
    ])
  func armour(text: String) throws {
    let standing = try review("ada", text).signatureStanding(
      on: base(), by: Scribbles(), blobID: { $0 })
    #expect(standing == .invalid("it has not the form of one"))
  }

  @Test("Asks for no signatures that nobody can give")
  func unreachable() throws {
    func rules(_ committee: String?) throws -> Set<RuleID> {
      let findings = try base(committee).findings(on: Sample.day("2026-06-01"))
      return Set(findings.map(\.rule)).intersection([.signedReviewsUnreachable])
    }
    #expect(try rules(ReviewSignatureTests.committee) == [])
    #expect(try rules(nil) == [.signedReviewsUnreachable])
    let one = ReviewSignatureTests.committee.replacing(
      ", keys: [\(ReviewSignatureTests.keys[1])]", with: "")
    #expect(try rules(one) == [.signedReviewsUnreachable])
    let left = ReviewSignatureTests.committee.replacing(
      ", keys: [\(ReviewSignatureTests.keys[1])]",
      with: ", until: 2026-01-01, keys: [\(ReviewSignatureTests.keys[1])]")
    #expect(try rules(left) == [.signedReviewsUnreachable])
    let sameHouse = ReviewSignatureTests.committee.replacing(
      "affiliation: Y", with: "affiliation: X")
    #expect(try rules(sameHouse) == [.signedReviewsUnreachable])
  }
}

@Suite("Public keys")
struct PublicKeyTests {
  private static let key =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILfPZLTk7pDT5T1P6qYkFZtnxo0AKe9BKEc1fseiQN2q"

  @Test("Reads exactly a type and its base64")
  func reads() throws {
    let key = try #require(PublicKey(PublicKeyTests.key))
    #expect(key.type == "ssh-ed25519" && key.description == PublicKeyTests.key)
  }

  @Test(
    "Reads nothing else",
    arguments: [
      key + " ada@x.example", " " + key, key + " ", key.replacing(" ", with: "  "),
      "cert-authority " + key, "namespaces=\"git\" " + key, "ssh-ed25519", "",
      key.replacing("ssh-ed25519 ", with: "ssh-rsa "), "ssh-dss " + String(key.dropFirst(12)),
      key + "=", key.replacing("AAAAILf", with: "AAAA ILf"), String(key.dropLast()) + "é",
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5", "ssh-ed25519 ====",
    ])
  func refuses(text: String) { #expect(PublicKey(text) == nil) }

  @Test(
    "Reads each type in the one form of its key",
    arguments: [
      "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAQQD4H5xY1mRfqeioUp8DXvolmwiSPRDGf9mUsrj9oC80"
        + "pnlbkp6amoD96ntb9V61YaQhY2Npi1KbSpe3UJI86z/9",
      "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBAABAgME"
        + "BQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=",
      "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIAABAgMEB"
        + "QYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fAAAABHNzaDo=",
    ])
  func types(text: String) { #expect(PublicKey(text)?.description == text) }

  // Each says the same as a key to a lenient reader: two members could share it unseen.
  @Test(
    "Reads no other form of a key",
    arguments: [
      "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAQgAA+B+cWNZkX6noqFKfA176JZsIkj0Qxn/ZlLK4/aAv"
        + "NKZ5W5KempqA/ep7W/VetWGkIWNjaYtSm0qXt1CSPOs//Q==",
      "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAQQD4H5xY1mRfqeioUp8DXvolmwiSPRDGf9mUsrj9oC80"
        + "pnlbkp6amoD96ntb9V61YaQhY2Npi1KbSpe3UJI86z/9AAAAAXg=",
      "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAQPgfnFjWZF+p6KhSnwNe+iWbCJI9EMZ/2ZSyuP2gLzSm"
        + "eVuSnpqagP3qe1v1XrVhpCFjY2mLUptKl7dQkjzrP/0=",
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAHwABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4=",
      "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAzODQAAABhBAABAgME"
        + "BQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj9A"
        + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpbXF1eXw==",
      "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAAAhAgABAgME"
        + "BQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f",
      "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIAABAgMEB"
        + "QYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f",
      "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAQQD4H5xY1mRfqeioUp8DXvolmwiSPRDGf9mUsrj9oC80"
        + "pnlbkp6amoD96ntb9V61YaQhY2Npi1KbSpe3UJI86z/9AA==",
    ])
  func forms(text: String) { #expect(PublicKey(text) == nil) }
}
