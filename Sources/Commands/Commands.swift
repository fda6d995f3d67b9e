import ArgumentParser
import Parallel
import PortfolioModel
import Reports
import Verbs

/// The command line's entry: arguments in, text and an exit code out.
package enum Commands {
  package static func run() {
    Console.openStandardFiles()
    Console.ignoreBrokenPipes()
    if CommandLine.arguments.dropFirst() == ["--version"] {
      Console.print(Rspmaint.versionText + "\n")
      return endWhereUnprinted()
    }
    if Console.variable("RSPMAINT_THREADS") == "1" { Parallel.turnOff() }
    if let code = SystemLimits.prepare() { Rspmaint.exit(withError: code) }
    do {
      var command = try Rspmaint.command(of: Array(CommandLine.arguments.dropFirst()))
      ProgressLine.begin()
      try command.run()
      ProgressLine.clear()
    } catch {
      if let code = ExitStatus.explain(error) { Rspmaint.exit(withError: code) }
      end(with: error)
    }
    endWhereUnprinted()
  }

  /// Ends with a message if the output could not be written.
  private static func endWhereUnprinted() {
    guard let code = ExitStatus.ofOutput() else { return }
    Rspmaint.exit(withError: code)
  }

  /// Ends as the parser would, but escapes what it quotes from the arguments.
  private static func end(with error: any Error) -> Never {
    let code = Rspmaint.exitCode(for: error)
    var text =
      code == .validationFailure
      ? CommandLineMistakes.explained(error, Array(CommandLine.arguments.dropFirst()))
      : Rspmaint.fullMessage(for: error)
    // An argument that is quoted stays on its line.
    for argument in CommandLine.arguments where argument.utf8.contains(UInt8(ascii: "\n")) {
      text = text.replacing(argument, with: DisplayText.line(argument))
    }
    if !text.isEmpty {
      let shown = DisplayText.escaped(text) + "\n"
      if code.isSuccess { Console.show(shown) } else { Console.printError(shown) }
    }
    if code.isSuccess { endWhereUnprinted() }
    Rspmaint.exit(withError: code)
  }
}

struct Rspmaint: ParsableCommand {
  static let version = "0.1.0"

  /// What `--version` prints: the libraries by the headers that this was built with, for to load them
  /// takes as long again as the whole run. The verb `doctor` says which are loaded.
  static let versionText = "rspmaint \(version)\nbuilt with \(BuiltWith.sentence)"

  static let configuration = CommandConfiguration(
    commandName: "rspmaint",
    abstract: "Maintains a Reference Standards Portfolio (ISO 21860) in git.",
    discussion: """
      A change starts as a proposal, is reviewed by others, and is then committed with its entry in \
      the changelog. Start with 'rspmaint status', 'rspmaint list' and 'rspmaint explain ID'.

      Examples:
        rspmaint list --group preferred
        rspmaint help propose
      """,
    version: versionText,
    groupedSubcommands: groups(calledBy: CommandLine.arguments.dropFirst().first))
}
