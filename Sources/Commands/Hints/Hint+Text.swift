package import Diagnostics

extension Hint {
  /// The line as it is printed. Here, and nowhere else, commands, options and packages are worded.
  package var text: String { parts.map(\.text).joined() }
}

extension Hint.Part {
  fileprivate var text: String {
    switch self {
    case .words(let words): words
    case .command(let command, let form): form.shown(command.text)
    case .option(let option, let argument, let flag):
      Typed.cited(option.text(argument) + (flag.map { " " + $0.name } ?? ""))
    case .git(let command, let folder, let form): form.shown(command.text(in: folder))
    case .install(.git): "apt-get install git"
    case .install(.gnupg): "apt-get install gnupg"
    case .install(.openSSHClient): "apt-get install openssh-client"
    }
  }
}

extension Hint.Form {
  fileprivate func shown(_ command: String) -> String {
    switch self {
    case .cited: Typed.cited(command)
    case .plain: command
    }
  }
}
