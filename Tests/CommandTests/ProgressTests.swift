import Commands
import Testing

@Suite("How far long work is")
struct ProgressTests {
  @Test(
    "Is said with what is done, of how many, and how long the rest takes",
    arguments: [
      (1, 5, 0.2, "1 of 5 records read"),
      (20_000, 100_000, 3.4, "20,000 of 100,000 records read, about 3 s left"),
      (1_007, 1_000_050, 300, "1,007 of 1,000,050 records read, about 5 min left"),
    ])
  func sentence(done: Int, all: Int, left: Double, expected: String) {
    #expect(ProgressLine.sentence("records read", done, all, .seconds(left)) == expected)
  }
}
