import ArgumentParser
import Verbs

extension Rspmaint.Init {
  struct EditorStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "editor",
      abstract: "Write what editors need to know the portfolio's files.",
      usage: "rspmaint init editor [<EDITOR> ...] [<options>]",
      discussion: """
        Writes a schema for each kind of file, and settings for VS Code's YAML extension and \
        Neovim's yaml-language-server: they complete fields and words, and mark mistakes while you \
        type. Settings of your own stay, and what to add to them is printed. Run it again after an \
        update of rspmaint.

        Examples:
          rspmaint init editor
          rspmaint init editor neovim
        """)

    @Argument(help: ArgumentHelp("vscode or neovim (default: both).", valueName: "EDITOR"))
    var editors: [SchemaEditor] = []

    @OptionGroup var global: GlobalOptions

    func run() throws {
      let workspace = try global.workspace()
      let wanted = SchemaEditor.allCases.filter { editors.isEmpty || editors.contains($0) }
      let outcome = try WriteExtras().settings(for: wanted, in: workspace)
      Console.print(outcome)
      for (path, text) in outcome.lacking {
        Console.print("\(path) is your own and stays as it is; add to it:\n\n\(text)\n")
      }
      if wanted.contains(.vscode) {
        Console.print("VS Code needs its extension 'YAML' (redhat.vscode-yaml).\n")
      }
      if wanted.contains(.neovim) {
        Console.print("Neovim needs yaml-language-server as 'yamlls', and 'set exrc'.\n")
      }
    }
  }
}

extension SchemaEditor: ArgumentParser.ExpressibleByArgument {}
