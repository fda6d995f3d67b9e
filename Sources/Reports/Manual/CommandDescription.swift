import FoundationEssentials

/// A command as the argument parser describes it in JSON: its arguments and the commands below it.
package struct CommandDescription: Decodable, Sendable {
  struct Argument: Decodable, Sendable {
    enum Kind: String, Decodable {
      case positional, option, flag
    }

    struct Name: Decodable, Sendable {
      enum Kind: String, Decodable {
        case long, short, longWithSingleDash
      }

      let kind: Kind
      let name: String
    }

    let kind: Kind
    let names: [Name]?
    /// What its value is called, as `DATE`.
    let valueName: String?
    let isOptional: Bool
    let isRepeating: Bool
    let shouldDisplay: Bool
    let abstract: String?
    let discussion: String?
    let defaultValue: String?
    /// The words that it allows, where they are a closed list.
    let allValues: [String]?
  }

  let commandName: String
  let abstract: String?
  let discussion: String?
  let arguments: [Argument]?
  let subcommands: [CommandDescription]?
  /// The name of the subcommand that runs where none is given.
  let defaultSubcommand: String?
  let shouldDisplay: Bool

  /// Reads the parser's own description of a whole tool.
  package init(json: String) throws {
    struct Tool: Decodable {
      let command: CommandDescription
    }
    self = try JSONDecoder().decode(Tool.self, from: Data(json.utf8)).command
  }

  /// The commands below it that a reader is told of; the parser's own `help` has no page.
  var shownSubcommands: [CommandDescription] {
    (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
  }

  /// The arguments that a reader is told of, those of the default subcommand among them: first those
  /// without a name, then the options in the order of the help.
  var shownArguments: [Argument] {
    let standIn = (subcommands ?? []).first { $0.commandName == defaultSubcommand }
    var shown: [Argument] = []
    for argument in (standIn?.arguments ?? []) + (arguments ?? []) where argument.shouldDisplay {
      let isKnown = shown.contains { $0.names != nil && $0.spelling == argument.spelling }
      if !isKnown { shown.append(argument) }
    }
    return shown.filter { $0.kind == .positional } + shown.filter { $0.kind != .positional }
  }
}

extension CommandDescription.Argument {
  /// The names as they are typed without the first dash: `h`, `-help`; empty for one without a name.
  var spelling: [String] {
    (names ?? []).map { $0.kind == .long ? "-" + $0.name : $0.name }
  }

  var value: String? { kind == .flag ? nil : valueName }
}
