extension ManualPage.Draft {
  /// How the command is called: each argument, in brackets where it may be left out.
  var synopsis: Mdoc {
    var part = Mdoc()
    part.macro("Nm", words.joined(separator: " "))
    if !command.shownSubcommands.isEmpty {
      let step = words.count == 1 ? "VERB" : "STEP"
      part.macro(command.defaultSubcommand == nil ? "Ar \(step)" : "Op Ar \(step)")
      if command.defaultSubcommand == nil { part.macro("Op Ar ARGUMENT Ar ...") }
    }
    let arguments = command.shownArguments
    for argument in arguments where argument.kind != .positional { part.append(call(argument)) }
    for argument in arguments where argument.kind == .positional { part.append(call(argument)) }
    return part
  }

  private func call(_ argument: CommandDescription.Argument) -> Mdoc {
    var line = Mdoc()
    let call = argument.calls.last ?? ""
    line.macro((argument.isOptional ? "Op " : "") + call + (argument.isRepeating ? " Ar ..." : ""))
    return line
  }

  /// What each argument means.
  var options: Mdoc {
    var part = Mdoc()
    let arguments = command.shownArguments
    guard !arguments.isEmpty else { return part }
    part.macro("Sh", "OPTIONS")
    part.macro("Bl", "-tag", "-width", "Ds")
    for argument in arguments {
      part.macro("It", argument.calls.joined(separator: " , "))
      part.append(meaning(of: argument))
    }
    part.macro("El")
    return part
  }

  private func meaning(of argument: CommandDescription.Argument) -> Mdoc {
    var part = Mdoc()
    part.prose(argument.abstract ?? "")
    if let more = argument.discussion { part.prose(more) }
    if let words = argument.allValues, let last = words.last, words.count > 1 {
      part.prose("It is")
      for word in words.dropLast(2) { part.macro("Cm", Mdoc.argument(word), ",") }
      for word in words.dropLast().suffix(1) { part.macro("Cm", Mdoc.argument(word)) }
      part.prose("or")
      part.macro("Cm", Mdoc.argument(last), ".")
    }
    if let value = argument.defaultValue, argument.kind == .option {
      part.prose("The default is")
      part.macro("Ql", Mdoc.argument(value), ".")
    }
    if argument.isRepeating, argument.kind == .option {
      part.prose("It may be given several times.")
    }
    return part
  }
}

extension CommandDescription.Argument {
  /// The ways to give it, in macros: one for each name.
  fileprivate var calls: [String] {
    let value = self.value.map { "Ar " + Mdoc.argument($0) }
    guard kind != .positional else { return [value ?? "Ar VALUE"] }
    return spelling.map { name in
      (["Fl " + Mdoc.escaped(name)] + [value].compactMap { $0 }).joined(separator: " ")
    }
  }
}
