import TestSupport
import Testing

@Suite("Libraries for forms")
struct LoadingTests {
  #if os(Linux)
    @Test("Are not loaded at the start, for few verbs need them")
    func linked() throws {
      let folder = try ScratchFolder()
      defer { folder.remove() }
      let outcome = try folder.run("/usr/bin/ldd", [Checkout.binary])
      #expect(outcome.out.contains("libyaml"), "\(outcome.err)")
      for name in ["libzip", "libexpat", "libgit2"] { #expect(!outcome.out.contains(name)) }
    }
  #endif
}
