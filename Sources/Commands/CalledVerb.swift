import ArgumentParser

/// A verb as the whole of a command line.
///
/// Read from the root, a line makes the parser prepare the verb twice and look twice for a request of
/// completions, which takes longer than many verbs do.
private struct CalledVerb<Verb: ParsableCommand>: ParsableCommand {
  /// What has a super-command has no completions of its own to look for.
  static var configuration: CommandConfiguration {
    CommandConfiguration(_superCommandName: "rspmaint")
  }

  @OptionGroup var verb: Verb
}

extension Rspmaint {
  /// The command of a line, read without the root where its first word is a verb without further ones
  /// and all is right with it; else the root reads it, and says what is wrong or prints the help that was asked for.
  static func command(of arguments: [String]) throws -> any ParsableCommand {
    if let word = arguments.first, let verb = verb(named: word),
      let command = read(verb, Array(arguments.dropFirst()))
    {
      return command
    }
    return try parseAsRoot(try located(arguments))
  }

  private static func read<Verb: ParsableCommand>(
    _ verb: Verb.Type, _ arguments: [String]
  ) -> (any ParsableCommand)? {
    // Which of several a line calls, the root tells.
    guard verb.configuration.subcommands.isEmpty else { return nil }
    do {
      return try CalledVerb<Verb>.parse(arguments).verb
    } catch {
      return nil
    }
  }
}
