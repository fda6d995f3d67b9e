import Files
import PortfolioModel
import Programs

/// The user's own pager, by git's rules: for people at a terminal, never in a pipe or a hook, to which git
/// gives no terminal to read from.
enum Pager {
  /// Shows a text that is longer than the screen; false where it is to be printed as usual.
  static func show(_ text: String) -> Bool {
    guard isWanted, isLong(text, on: Console.screen), let command else { return false }
    do {
      let folder = try TemporaryFolder(wished: Console.variable("TMPDIR"))
      // A file, not a pipe: a pager that is left early then breaks nothing.
      let file = try folder.write(text, as: "text")
      // The pager is a command line of the user's own, which only a shell can read.
      let program = Program(
        "/bin/sh", arguments: ["-c", command], environment: environment,
        folder: Console.currentDirectory)
      let status = try Interruptions.left { try program.runOnTerminal(input: file) }
      // The shell's word for a program that is not there, or can't be run.
      return status != 126 && status != 127
    } catch {
      return false
    }
  }

  /// Whether a text that is long enough is shown in a pager.
  static var isWanted: Bool {
    Console.isOutputTerminal && Console.isInputTerminal && Console.variable("TERM") != "dumb"
  }

  private static func isLong(_ text: String, on screen: (lines: Int, columns: Int)) -> Bool {
    let lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
    return lines >= screen.lines || text.utf8.count / screen.columns >= screen.lines
  }

  /// The command line of the pager; nil where none is wanted.
  private static var command: String? {
    let named =
      Console.variable("RSPMAINT_PAGER") ?? Console.variable("GIT_PAGER") ?? configured
      ?? Console.variable("PAGER") ?? "less"
    return named.isEmpty || named.hasSameBytes(as: "cat") ? nil : named
  }

  /// What git's own settings name.
  private static var configured: String? {
    let git = Program(
      "git", arguments: ["config", "--null", "--get", "core.pager"],
      environment: Console.environment, folder: Console.currentDirectory)
    do throws(ProgramProblem) {
      let outcome = try git.run()
      return outcome.succeeded
        ? String(decoding: outcome.output.prefix { $0 != 0 }, as: UTF8.self) : nil
    } catch {
      return nil
    }
  }

  /// As git sets it: colours are shown, a text that fits is not waited for, and stays on the screen.
  private static var environment: [String: String] {
    Console.environment.merging(["LESS": "FRX", "LV": "-c"]) { own, _ in own }
  }
}
