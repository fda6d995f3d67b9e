import ArgumentParser
import PortfolioModel
import Reports

extension Rspmaint {
  /// A call for help in which a step that has one verb stands behind that verb: `help close` is
  /// `help ballot close`.
  ///
  /// - Throws: `ValidationError` where a word is neither a verb nor a step; the parser would print the
  ///   overview.
  static func located(_ arguments: [String]) throws -> [String] {
    guard arguments.count == 2, arguments[0] == "help", !arguments[1].hasPrefix("-"),
      arguments[1] != "help", verb(named: arguments[1]) == nil
    else { return arguments }
    let word = arguments[1]
    let verbs = configuration.groupedSubcommands.flatMap(\.subcommands)
    let holders = verbs.filter { verb in
      verb.configuration.subcommands.contains { $0._commandName.hasSameBytes(as: word) }
    }.map { $0._commandName }
    if holders.count == 1 { return ["help", holders[0], word] }
    let names = verbs.map { $0._commandName }
    let help =
      holders.isEmpty
      ? Nearest.match(for: word, in: names).map { "did you mean 'rspmaint help \($0)'?" }
        ?? "'rspmaint --help' lists the verbs"
      : "name its verb: " + holders.map { "'rspmaint help \($0) \(word)'" }.alternatives
    throw ValidationError(
      "There is no verb '\(DisplayText.line(word))'.\n  help: \(help)")
  }
}
