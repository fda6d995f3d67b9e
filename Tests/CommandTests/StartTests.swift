import TestSupport
import Testing

@Suite("What a run does before its work")
struct StartTests {
  /// A verb is prepared alone where it is called by its name, and among all others by 'help'.
  @Test(
    "Gives the same help, however a verb is called",
    arguments: ["list", "propose", "history", "guard", "schema", "validate"])
  func help(verb: String) throws {
    let sandbox = try Template.bare.sandbox(committee: false)
    defer { sandbox.remove() }
    let called = try sandbox.start(Sandbox.binary, [verb, "--help"], .editor, input: nil, [:])
    let asked = try sandbox.start(Sandbox.binary, ["help", verb], .editor, input: nil, [:])
    #expect(called.code == 0)
    #expect(called.out == asked.out)
    #expect(called.out.contains("rspmaint \(verb)"))
  }

  #if os(Linux)
    /// With libgit2 come a dozen other libraries, which most reading verbs never need.
    @Test("Loads no library of git")
    func libraries() throws {
      let sandbox = try Template.bare.sandbox(committee: false)
      defer { sandbox.remove() }
      let outcome = try sandbox.start(
        Sandbox.binary, ["--version"], .editor, input: nil, ["LD_TRACE_LOADED_OBJECTS": "1"])
      #expect(outcome.out.contains("libyaml"))
      for name in ["git2", "mbed", "ssh", "krb5"] {
        #expect(!outcome.out.contains(name), "\(name)")
      }
    }
  #endif
}
