extension ManualPage.Draft {
  /// The paragraphs of the help, and the lines below its word 'Examples'.
  private var discussion: (paragraphs: [[String]], examples: [String]) {
    var paragraphs: [[String]] = [[]]
    var examples: [String] = []
    var isExample = false
    for line in (command.discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    {
      if line == "Examples:" {
        isExample = true
      } else if isExample {
        examples.append(String(line.drop { $0 == " " }))
      } else if line.isEmpty {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(String(line))
      }
    }
    return (paragraphs.filter { !$0.isEmpty }, examples.filter { !$0.isEmpty })
  }

  /// What the command does, in paragraphs, and what it consists of.
  var description: Mdoc {
    var part = Mdoc()
    part.prose(command.abstract ?? "")
    for paragraph in discussion.paragraphs {
      // Several lines are a table of its own making.
      guard paragraph.count == 1 else {
        part.literal(paragraph)
        continue
      }
      part.macro("Pp")
      part.prose(paragraph[0])
    }
    if words.count == 1 {
      part.macro("Pp")
      part.prose("This is the manual of version \(setting.version).")
      for group in setting.groups {
        part.macro("Ss", Mdoc.argument(group.heading))
        part.append(list(command.shownSubcommands.filter { group.verbs.contains($0.commandName) }))
      }
    } else if !command.shownSubcommands.isEmpty {
      part.macro("Ss", "Steps")
      part.append(list(command.shownSubcommands))
    }
    return part
  }

  /// Commands with their pages.
  private func list(_ commands: [CommandDescription]) -> Mdoc {
    var part = Mdoc()
    part.macro("Bl", "-tag", "-width", "Ds")
    for command in commands {
      part.macro("It", "Xr", (words + [command.commandName]).joined(separator: "-"), "1")
      part.prose(command.abstract ?? "")
    }
    part.macro("El")
    return part
  }

  var environment: Mdoc {
    table("ENVIRONMENT", setting.variables.map { ("Ev " + $0.name, $0.meaning) })
  }

  var exitStatus: Mdoc {
    table("EXIT STATUS", setting.exitCodes.map { ("\($0.code)", $0.meaning) })
  }

  private func table(_ heading: String, _ rows: [(item: String, meaning: String)]) -> Mdoc {
    var part = Mdoc()
    part.macro("Sh", heading)
    part.macro("Bl", "-tag", "-width", "Ds")
    for row in rows {
      part.macro("It", row.item)
      part.prose(row.meaning)
    }
    part.macro("El")
    return part
  }

  var examples: Mdoc {
    var part = Mdoc()
    let lines = discussion.examples
    guard !lines.isEmpty else { return part }
    part.macro("Sh", "EXAMPLES")
    part.literal(lines)
    return part
  }

  /// The tool's own page, the verb's, and those of the verbs below the same heading of the help.
  var related: Mdoc {
    var names: Set<String> = []
    for count in 1..<max(words.count, 1) {
      names.insert(words.prefix(count).joined(separator: "-"))
    }
    if words.count == 2 {
      for group in setting.groups where group.verbs.contains(words[1]) {
        for verb in group.verbs where verb != words[1] { names.insert("\(words[0])-\(verb)") }
      }
    }
    var part = Mdoc()
    guard !names.isEmpty else { return part }
    part.macro("Sh", "SEE ALSO")
    let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for (index, name) in sorted.enumerated() {
      part.macro("Xr", name, index + 1 < sorted.count ? "1 ," : "1")
    }
    return part
  }
}
