import Git
import PortfolioModel

/// What the tree at the tip of a push holds that would hurt whoever checks it out, or the next audit.
struct GuardTip {
  /// That there is no portfolio to guard.
  let missing: [String]
  /// Links, submodules and files that do not belong below the two folders.
  let strays: [String]
  /// Names that a file system which ignores case would take for others.
  let doubles: [String]
  /// Attributes that would let git change records on their way to and from the worktree.
  let attributes: [String]

  init(_ commit: ObjectID, in workspace: borrowing Workspace) throws(Refusal) {
    let prefix = workspace.prefix
    let known = [Layout.portfolioFolder, Layout.proposalsFolder, ".gitattributes"]
    let beside = try workspace.withRepository { repository in
      try repository.entryNames(ofCommit: commit, at: prefix).filter { name in
        known.contains {
          $0.asciiLowercased.hasSameBytes(as: name.asciiLowercased) && !$0.hasSameBytes(as: name)
        }
      }.map { prefix + $0 }
    }
    let (files, hasPortfolio, hasAttributes) = try workspace.withRepository { repository in
      let tree = try repository.commit(commit).tree
      var files: [TreeFile] = []
      for folder in [Layout.portfolioFolder, Layout.proposalsFolder] {
        if let file = try repository.file(at: prefix + folder, inTree: tree) { files.append(file) }
        files += try repository.files(ofTree: tree, under: prefix + folder)
      }
      let entry = try repository.entry(at: prefix + Layout.portfolioFolder, ofTree: tree)
      let hasAttributes = try GuardTip.folders(of: files.map(\.path)).contains { folder in
        try repository.entry(at: folder + ".gitattributes", ofTree: tree) != nil
      }
      return (files, entry?.isFolder == true, hasAttributes)
    }
    doubles = (beside + GuardTip.doubles(of: files.map(\.path))).map {
      "\($0) would be taken for another where case does not count."
    }
    missing =
      hasPortfolio
      ? []
      : [
        "There is no folder \(prefix)\(Layout.portfolioFolder)/ in it, so that there is nothing to "
          + "guard. Where the portfolio stands deeper, the server says so: "
          + "git config \(Workspace.folderKey) FOLDER."
      ]
    strays = files.compactMap { file in
      let path = String(Substring(file.path.utf8.dropFirst(prefix.utf8.count)))
      switch file.mode {
      case .symlink: return "\(file.path) is a symbolic link."
      case .gitlink: return "\(file.path) is a submodule."
      case .file, .executable:
        return Layout.role(of: path) == .unexpected ? "\(file.path) does not belong there." : nil
      }
    }
    attributes =
      hasAttributes
      ? try GuardTip.attributes(
        files.map(\.path) + HarmfulAttribute.examples.map { prefix + $0 }, commit, workspace) : []
  }

  /// The paths that another one before them is, but for its case.
  private static func doubles(of paths: [String]) -> [String] {
    var seen: Set<String> = []
    return paths.filter { !seen.insert($0.asciiLowercased).inserted }
  }

  /// Every folder above a file, with its slash; the top is empty.
  private static func folders(of paths: [String]) -> Set<String> {
    var folders: Set<String> = [""]
    for path in paths {
      var folder = ""
      for step in path.split(separator: "/").dropLast() {
        folder += step + "/"
        folders.insert(folder)
      }
    }
    return folders
  }

  /// One sentence an attribute, with the first path that it is set on.
  private static func attributes(
    _ paths: [String], _ commit: ObjectID, _ workspace: borrowing Workspace
  ) throws(Refusal) -> [String] {
    try workspace.withRepository { repository in
      try HarmfulAttribute.allCases.compactMap { attribute in
        let name = attribute.rawValue
        for path in paths {
          let value = try repository.attribute(name, of: path, atCommit: commit)
          guard attribute.isHarmful(value) else { continue }
          return "Its .gitattributes set '\(name)' on \(path), and git would not keep the file "
            + "as it is written. Take that off Portfolio/ and Proposals/."
        }
        return nil
      }
    }
  }
}
