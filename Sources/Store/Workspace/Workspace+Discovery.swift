import Files

extension Workspace {
  /// Walks up from a path to the folder that holds `.git`, whether that is a file or a folder.
  static func gitTop(above start: String) -> String? {
    var current = start
    while true {
      if Path.exists(current + "/.git") { return current }
      guard let above = Path.above(current) else { return nil }
      current = above
    }
  }

  /// Walks up from a path to the folder that holds `Portfolio/`, no further than the repository.
  static func root(from start: String, top: String?) -> String? {
    var current = start
    while true {
      if Path.isFolder(current + "/Portfolio") { return current }
      guard current != top, let above = Path.above(current) else { return nil }
      current = above
    }
  }

  static func prefix(of root: String, in top: String) -> String {
    let rest = Path.rest(of: root, below: top) ?? ""
    return rest.isEmpty ? "" : rest + "/"
  }
}
