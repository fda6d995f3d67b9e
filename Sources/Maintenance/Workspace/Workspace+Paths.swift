extension Workspace {
  /// A path as a user typed it, as a path below the folder that holds `Portfolio/`.
  ///
  /// `directory`: the absolute path that relative ones start from.
  package func below(_ path: String, from directory: String) throws(Refusal) -> String {
    let absolute = path.hasPrefix("/") ? path : directory + "/" + path
    var steps: [Substring] = []
    for step in absolute.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    let full = "/" + steps.joined(separator: "/")
    let top = root ?? directory
    if full == top { return "" }
    guard full.hasPrefix(top == "/" ? top : top + "/") else {
      throw Refusal(
        .usage, "'\(path)' is not in the portfolio at '\(top)'",
        help: ["name files under Portfolio/ or Proposals/"])
    }
    return String(full.dropFirst(top.utf8.count + (top == "/" ? 0 : 1)))
  }
}
