import ArgumentParser

extension Rspmaint {
  struct Completions: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "completions",
      abstract: "Print a script with which a shell completes commands.",
      usage: "rspmaint completions <shell>",
      discussion: """
        The shell then offers verbs and options, and from the portfolio at hand the ids of standards, \
        the numbers of proposals, fields, levels, members and ballots.

        Examples:
          rspmaint completions bash > ~/.local/share/bash-completion/completions/rspmaint
          rspmaint completions zsh > ~/.zfunc/_rspmaint
          rspmaint completions fish > ~/.config/fish/completions/rspmaint.fish
        """)

    @Argument(help: ArgumentHelp("bash, zsh or fish.", valueName: "SHELL"))
    var shell: Shell

    func run() {
      let kind: CompletionShell =
        switch shell {
        case .bash: .bash
        case .zsh: .zsh
        case .fish: .fish
        }
      Console.print(kind.script)
    }

    enum Shell: String, CaseIterable, ExpressibleByArgument {
      case bash, zsh, fish
    }
  }
}
