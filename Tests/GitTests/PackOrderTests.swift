import Git
import Testing

@Suite("The order in which git packs files")
struct PackOrderTests {
  @Test("Places a path by its bytes, the last the most, and passes over blanks")
  func places() {
    #expect(PackOrder.place(of: "") == 0)
    #expect(PackOrder.place(of: "a") == 0x6100_0000)
    #expect(PackOrder.place(of: "ab") == 0x7A40_0000)
    #expect(PackOrder.place(of: " a\tb\n") == PackOrder.place(of: "ab"))
    // More than 32 bits are carried off.
    #expect(PackOrder.place(of: "zzzz") == 0xA208_0000)
  }

  @Test("Puts together what ends alike, and keeps the given order otherwise")
  func order() {
    let paths = ["a/x-1.yml", "a/y.txt", "b/x-1.yml", "c/y.txt"]
    #expect(PackOrder.indices(of: paths) == [0, 2, 1, 3])
    #expect(PackOrder.indices(of: ["same", "same", "same"]) == [0, 1, 2])
  }
}
