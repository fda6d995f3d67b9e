package import Diagnostics
import Files
import Records

extension Workspace {
  /// Turns a path that the user typed into a path below the folder that holds `Portfolio/`.
  ///
  /// `directory`: the absolute path that relative ones start from.
  package func below(_ path: String, from directory: String) throws(Refusal) -> String {
    let absolute = path.hasPrefix("/") ? path : directory + "/" + path
    var steps: [String] = []
    for step in Path.steps(absolute) where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    let top = root ?? directory
    guard let rest = Path.rest(of: "/" + steps.joined(separator: "/"), below: top) else {
      throw Refusal(
        .usage, "'\(path)' is not in the portfolio at '\(top)'",
        help: ["name files under \(Layout.eitherFolder)"])
    }
    return rest
  }

  /// The path from the top of the worktree to the folder that this was opened at: empty, or `a/b/`.
  var prefixOfStart: String {
    top.map { Workspace.prefix(of: start, in: $0) } ?? ""
  }

  /// The top of the worktree; nil in a bare repository.
  var top: String? {
    root.map { "/" + Path.steps($0).dropLast(Path.steps(prefix).count).joined(separator: "/") }
  }
}
