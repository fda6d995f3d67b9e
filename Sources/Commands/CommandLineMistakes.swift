import ArgumentParser
import PortfolioModel
import Reports

/// The mistakes of one command line, all told at once.
///
/// The parser stops at the first mistake. What was probably meant is put in its place, and the line is
/// read again, until it can be read or nothing near is known.
enum CommandLineMistakes {
  private static let most = 8

  /// The messages on all mistakes, each on a line of its own, and then how the verb is used.
  static func explained(_ error: any Error, _ arguments: [String]) -> String {
    var (arguments, lines, rest) = (arguments, [String](), "")
    var fault: (any Error)? = error
    while let error = fault, lines.count < most {
      let mistake = mistake(error, arguments)
      lines.append(mistake.line)
      rest = mistake.rest
      guard let corrected = mistake.corrected else { break }
      arguments = corrected
      fault = self.fault(in: arguments)
    }
    return (lines + [rest]).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func fault(in arguments: [String]) -> (any Error)? {
    do {
      _ = try Rspmaint.parseAsRoot(arguments)
      return nil
    } catch {
      return error
    }
  }

  private struct Mistake {
    /// The message, in one line.
    let line: String
    /// What the parser says beyond it: how the option and the verb are used.
    let rest: String
    /// The arguments with what was probably meant; nil where nothing near is known.
    let corrected: [String]?
  }

  private static func mistake(_ error: any Error, _ arguments: [String]) -> Mistake {
    if let mistake = unknownVerb(arguments) { return mistake }
    let text = Rspmaint.fullMessage(for: error)
    let line = text.prefix { $0 != "\n" }
    let rest = text.dropFirst(line.count + 1)
    if let words = quoted(line), line.hasPrefix("Error: Unknown option '"), words.count == 2 {
      return Mistake(
        line: String(line), rest: String(rest),
        corrected: replacing(words[0], with: words[1], in: arguments))
    }
    return unknownWord(line, rest, arguments) ?? unfitName(line, rest)
      ?? Mistake(line: String(line), rest: String(rest), corrected: nil)
  }

  /// A first word that is no verb; the parser would take it for an argument too many.
  private static func unknownVerb(_ arguments: [String]) -> Mistake? {
    guard let word = arguments.first, !word.hasPrefix("-") else { return nil }
    let verbs =
      Rspmaint.configuration.groupedSubcommands.flatMap(\.subcommands)
      .compactMap { $0._commandName } + ["help"]
    guard !verbs.contains(word) else { return nil }
    let nearest = Nearest.match(for: word, in: verbs)
    let help =
      nearest.map { "did you mean 'rspmaint \($0)'?" } ?? "'rspmaint --help' lists the verbs"
    return Mistake(
      line: "rspmaint: there is no verb '\(DisplayText.line(word))'\n  help: \(help)", rest: "",
      corrected: nearest.map { [$0] + arguments.dropFirst() })
  }

  /// A word that is none of those which an option allows.
  private static func unknownWord(
    _ line: Substring, _ rest: Substring, _ arguments: [String]
  ) -> Mistake? {
    let question = "Please provide one of"
    guard line.hasPrefix("Error: The value '"), line.contains(question),
      let words = quoted(line), let word = words.first
    else { return nil }
    // Up to a few words stand in the line, after the option; more stand below it, each in a line.
    let list = rest.split(separator: "\n").prefix { $0.hasPrefix("  - ") }
    let allowed = list.isEmpty ? Array(words.dropFirst(2)) : list.map { String($0.dropFirst(4)) }
    guard let nearest = Nearest.match(for: word.foldedName, in: allowed) else { return nil }
    return Mistake(
      line: line.replacing(question, with: "Did you mean '\(nearest)'? Allowed are")
        + list.map { "\n" + $0 }.joined(),
      rest: list.isEmpty
        ? String(rest) : rest.split(separator: "\n").dropFirst(list.count).joined(separator: "\n"),
      corrected: replacing(word, with: nearest, in: arguments))
  }

  /// A word that can't be the name or id that is asked for, with the reason.
  private static func unfitName(_ line: Substring, _ rest: Substring) -> Mistake? {
    guard line.hasPrefix("Error: The value '"), let words = quoted(line), words.count == 2,
      ["<NAME>", "<ID>", "<BODY>"].contains(words[1]), Identifier(words[0]) == nil
    else { return nil }
    let help = Identifier.help(insteadOf: words[0]).text
    return Mistake(line: "\(line)\n  help: \(help)", rest: String(rest), corrected: nil)
  }

  /// What stands in quotation marks in the line; nil where their number is odd.
  private static func quoted(_ line: Substring) -> [String]? {
    let parts = line.split(separator: "'", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return nil }
    return stride(from: 1, to: parts.count, by: 2).map { String(parts[$0]) }
  }

  /// The arguments with another in the place of the first that is the word, or that gives it as an
  /// option's name or value in 'OPTION=VALUE'; nil where none is.
  private static func replacing(
    _ word: String, with other: String, in arguments: [String]
  ) -> [String]? {
    for (index, argument) in arguments.enumerated() {
      var changed = arguments
      if argument == word {
        changed[index] = other
      } else if argument.hasPrefix(word + "=") {
        changed[index] = other + argument.dropFirst(word.count)
      } else if argument.hasPrefix("-"), argument.hasSuffix("=" + word) {
        changed[index] = argument.dropLast(word.count) + other
      } else {
        continue
      }
      return changed
    }
    return nil
  }
}
