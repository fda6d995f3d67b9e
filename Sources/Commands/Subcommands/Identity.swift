import ArgumentParser
import Diagnostics
import PortfolioModel
import Reports
import Verbs

extension Rspmaint {
  struct Identity: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "identity",
      abstract: "Say who you are, or show who git takes you for.",
      usage: "rspmaint identity ['<NAME> <EMAIL>'] [<options>]",
      discussion: """
        Saves and reviews carry your name and address. They are written into the configuration of \
        this repository alone.

        Examples:
          rspmaint identity
          rspmaint identity 'Ada Editor <ada@editors.example>'
        """)

    @OptionGroup var global: GlobalOptions

    @Argument(
      help: ArgumentHelp("Your name, and your address in brackets.", valueName: "NAME <EMAIL>"))
    var person: String?

    func run() throws {
      let workspace = try global.workspace(writes: person != nil)
      let verb = TellIdentity(global.surroundings)
      let wanted = try person.map { try verb.set($0, in: workspace) }
      let outcome = try verb.run(in: workspace)
      if let wanted {
        Console.print("You are \(DisplayText.line(wanted.description)) in this repository.\n")
        guard outcome.author != wanted else { return }
        return Console.printNote(
          "git still takes you for \(outcome.author)\(Identity.origin(outcome).map { ": \($0)" } ?? "")"
        )
      }
      Console.print("You are \(DisplayText.line(outcome.author.description)).\n")
      if let origin = Identity.origin(outcome) {
        Console.print(DisplayText.line("Found: \(origin).") + "\n")
      }
      if let committer = outcome.committer {
        Console.print("Commits are made by \(DisplayText.line(committer.description)).\n")
      }
    }

    /// Where name and address come from.
    private static func origin(_ outcome: TellIdentity.Outcome) -> String? {
      guard let (name, email) = outcome.origin else { return nil }
      return name.hasSameBytes(as: email)
        ? "name and address in \(name)" : "the name in \(name), the address in \(email)"
    }
  }
}
