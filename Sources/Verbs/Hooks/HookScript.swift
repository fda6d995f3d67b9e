import Diagnostics
import PortfolioModel
import Records

/// The text of a hook that calls this program.
struct HookScript {
  let part: HookPart
  /// The absolute path of the program.
  let program: String
  /// The folder that holds the portfolio, from the top of the worktree.
  let folder: String

  /// - Parameter prefix: The folder that holds the portfolio: empty, or with a final slash.
  init(_ part: HookPart, program: String, prefix: String) {
    self.part = part
    self.program = program
    folder = prefix.isEmpty ? "." : String(prefix.dropLast())
  }

  private static let mark =
    "# Written by 'rspmaint hooks install'; 'rspmaint hooks remove' takes it away."
  private static let programStart = "program='"
  private static let folderStart = "folder='"

  /// The whole text. A commit of another branch, where there is no portfolio, passes.
  var text: String {
    let portfolio = "\"$folder/\(Layout.portfolioFolder)\""
    return """
      #!/bin/sh
      \(HookScript.mark)
      program=\(Typed.quoted(program))
      folder=\(Typed.quoted(folder))
      [ -d \(portfolio) ] || [ -n "$(git ls-files -- \(portfolio) | head -n 1)" ] || exit 0
      if [ ! -x "$program" ]; then
        echo "rspmaint: $program is gone, so nothing is judged: install it again, or remove $0" >&2
        exit 1
      fi
      exec \(call("\"$program\"", "\"$folder\""))

      """
  }

  /// The command by which a hook of the user's own can call ours.
  var line: String { call(Typed.quoted(program), Typed.quoted(folder)) + " || exit 1" }

  private func call(_ program: String, _ folder: String) -> String {
    let message = part == .commitMessage ? " \"$1\"" : ""
    return "\(program) hooks run \(part.rawValue) --repo \(folder)\(message)"
  }

  /// What a text that was found is: ours, a hook that calls ours, or something else.
  func state(of found: String) -> HookState {
    if found.hasSameBytes(as: text) { return .installed }
    if HookScript.shape(found) == HookScript.shape(text) { return .outdated }
    return found.contains("hooks run \(part.rawValue)") ? .called : .other
  }

  /// The lines that are the same whatever program and folder they name.
  private static func shape(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix(programStart) && !$0.hasPrefix(folderStart) }
  }
}
