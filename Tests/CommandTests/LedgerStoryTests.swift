import TestSupport
import Testing

/// What a committee decides against the criteria, as the binary tells it, a step at a time.
@Suite("Stories of the ledger")
struct LedgerStoryTests {
  private static let words = ["--title", "T"] + Transcript.words

  @Test("A move from preferred to legacy says what it means under 5.1, in every format")
  func effect() throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let sets = [
      "ihe-irwf-b:product-adoption=moderate", "ihe-irwf-b:site-deployment=low",
      "ihe-irwf-b:group=preferred", "ihe-irwf:group=legacy",
    ]
    try sandbox.rspmaint(
      ["propose"] + sets.flatMap { ["--set", $0] } + LedgerStoryTests.words
    ).expectDone()
    let effect = "It stays required where its scope applies, unless locally mandated otherwise"
    let told = try sandbox.rspmaint(["diff", "--proposal", "1"]).out
    #expect(
      told.contains(
        """
        IHE IRWF: preferred → legacy
        \(effect)
        (5.1).

        """), "\(told)")
    for format in ["markdown", "html", "json"] {
      let told = try sandbox.rspmaint(["diff", "--proposal", "1", "--format", format]).out
      #expect(told.contains("\(effect) (5.1)."), "\(format)")
    }
  }
}
