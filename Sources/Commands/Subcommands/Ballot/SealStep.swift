import ArgumentParser
import PortfolioModel
import Reports
import Store
import Verbs

extension Rspmaint.Ballot {
  struct SealStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "seal", abstract: "Move what is sealed on this machine to another one.",
      usage: "rspmaint ballot seal (export | import) <FILE> [<options>]",
      discussion: """
        The file holds the sealed replies of all ballots in clear: whoever has it can read the \
        votes. What is imported has to fit the receipts, and nothing that differs is overwritten.

        Examples:
          rspmaint ballot seal export seal.zip
          rspmaint ballot seal import seal.zip
        """)

    @OptionGroup var global: GlobalOptions

    @Argument(help: ArgumentHelp("export or import.", valueName: "WAY"))
    var way: MoveSeal.Way

    @Argument(help: ArgumentHelp("The file.", valueName: "FILE"))
    var file: String

    func run() throws {
      let workspace = try global.workspace(writes: true)
      let sentences = try MoveSeal(way, Console.absolute(file), for: .ballots, global.surroundings)
        .run(in: workspace)
      for sentence in sentences { Console.print(DisplayText.line(sentence.text) + "\n") }
    }
  }
}

extension MoveSeal.Way: ArgumentParser.ExpressibleByArgument {}
