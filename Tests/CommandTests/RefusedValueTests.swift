import TestSupport
import Testing

@Suite("Values that are refused, with what to type")
struct RefusedValueTests {
  private static let waiver = [
    "udi", "--set", "group=preferred", "--waive", "preferred.product-adoption", "--reason", "R",
  ]

  /// Each call with the name of the piece that holds what it prints.
  private static let calls: [(piece: String, arguments: [String])] = [
    ("date", waiver + ["--review-by", "2027-13-01"]),
    ("required", ["loinc", "--set", "tooling="]),
    ("held-already", ["loinc", "--insert", "sdo=Regenstrief Institute"]),
    ("not-held", ["loinc", "--drop", "sdo=Nobody"]),
    ("flattened", ["icd-10", "--set", "site-deployment=high"]),
    ("level", ["loinc", "--set", "tooling=mighty"]),
    ("category", ["loinc", "--set", "category=dta"]),
    ("as-it-is", ["loinc", "--set", "tooling=moderate"]),
  ]

  @Test("Say what is wrong, and write nothing")
  func refused() throws {
    try story("refused-values") { session in
      for (piece, arguments) in RefusedValueTests.calls {
        let outcome = try session.run(
          arguments: ["propose"] + arguments + ["--title", "T"] + Transcript.words)
        #expect(outcome.code == 1, "\(piece)")
        try session.expect(piece)
        #expect(try session.sandbox.git("status", "--porcelain") == "", "\(piece)")
      }
    }
  }

  @Test("Take both ways on that they name")
  func accepted() throws {
    try story("accepted-values") { session in
      try session.run(
        arguments: ["propose", "icd-10", "--set", "deployment.us=moderate", "--title", "One"]
          + Transcript.words)
      try session.run(
        arguments: ["propose", "icd-10", "--set", "deployment=high", "--drop-regions"]
          + ["--title", "All"] + Transcript.words)
      try session.run(
        arguments: ["propose", "ihe-wia", "--insert", "used-with=IHE PAM", "--title", "Used"]
          + Transcript.words)
      try session.expect("written")
      for name in ["0001-one", "0002-all", "0003-used"] {
        try session.expect(try session.sandbox.read("Proposals/\(name)/proposal.yml"), as: name)
      }
    }
  }

  @Test("A move, a hold, a place and a continuation take names")
  func names() throws {
    try story("named") { session in
      try session.run(
        arguments: ["propose", "UDI", "--set", "group=legacy", "--exception", "It is replaced."]
          + [
            "--explain-move", "udi", "--text", "F", "--reason", "R", "--review-by", "next-edition",
          ]
          + ["--place", "before:ICD-9", "--title", "Move"] + Transcript.words)
      try session.expect("move")
      try session.run(
        arguments: ["propose", "--hold", "IHE XDS.b", "--from", "faded", "--reason", "R"]
          + ["--review-by", "next-edition", "--title", "Hold"] + Transcript.words)
      try session.expect("hold")
      try session.run(
        arguments: ["propose", "--hold", "IHE XDX", "--from", "faded", "--reason", "R"]
          + ["--review-by", "next-edition", "--title", "Hold"] + Transcript.words)
      try session.run(
        "propose", "--explain-move", "UCUMM@preferred", "--text", "F", "--reason", "R",
        "--review-by", "next-edition")
      try session.run("propose", "loinc", "--place", "behind:ucum")
      try session.run("propose", "loinc", "--place", "after:UCUMM")
      try session.run("propose", "loinc", "--set", "clause=9", "--continues", "new:UCUMM")
      try session.expect("unknown")
    }
  }
}
