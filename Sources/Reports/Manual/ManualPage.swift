package import PortfolioModel

/// The page of one command in the manual that man(1) shows.
package struct ManualPage: Sendable {
  /// As `tool-verb-step`; its file is named so, and ends in `.1`.
  package let name: String
  /// In the language of mdoc(7).
  package let text: String

  /// What all pages say alike.
  package struct Setting: Sendable {
    package let version: String
    package let date: CalendarDate
    /// The names of the verbs below the headings of the help.
    package let groups: [(heading: String, verbs: [String])]
    package let exitCodes: [(code: Int, meaning: String)]
    package let variables: [(name: String, meaning: String)]

    package init(
      version: String, date: CalendarDate, groups: [(heading: String, verbs: [String])],
      exitCodes: [(code: Int, meaning: String)], variables: [(name: String, meaning: String)]
    ) {
      self.version = version
      self.date = date
      self.groups = groups
      self.exitCodes = exitCodes
      self.variables = variables
    }
  }

  /// The pages of a tool and of all commands below it, in the order of the help.
  package static func all(of tool: CommandDescription, _ setting: Setting) -> [ManualPage] {
    pages(tool, [], setting)
  }

  private static func pages(
    _ command: CommandDescription, _ above: [String], _ setting: Setting
  ) -> [ManualPage] {
    let words = above + [command.commandName]
    let draft = Draft(command: command, words: words, setting: setting)
    return [ManualPage(name: words.joined(separator: "-"), text: draft.text)]
      + command.shownSubcommands.flatMap { pages($0, words, setting) }
  }

  /// What a page is made of.
  struct Draft {
    let command: CommandDescription
    /// The tool's name, the verb, the step.
    let words: [String]
    let setting: Setting
  }
}

extension ManualPage.Draft {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The whole page, section by section in the order that mdoc(7) asks for.
  var text: String {
    var page = Mdoc()
    let name = words.joined(separator: "-")
    let date = setting.date
    page.macro("Dd", "\(ManualPage.Draft.months[date.month - 1]) \(date.day), \(date.year)")
    page.macro("Dt", name.uppercased(), "1")
    page.macro("Os")
    page.macro("Sh", "NAME")
    page.macro("Nm", name)
    page.macro("Nd", nameline)
    page.macro("Sh", "SYNOPSIS")
    page.append(synopsis)
    page.macro("Sh", "DESCRIPTION")
    page.append(description)
    page.append(options)
    if words.count == 1 { page.append(environment) }
    page.append(exitStatus)
    page.append(examples)
    page.append(related)
    return page.text
  }

  /// What the command does, without its full stop and with no word that is taken for a macro.
  private var nameline: String {
    let phrase = command.abstract ?? ""
    return (phrase.last == "." ? phrase.dropLast() : phrase[...]).split(separator: " ")
      .map { Mdoc.argument(String($0)) }.joined(separator: " ")
  }
}
