import Diagnostics
import Git
import PortfolioModel
import Records
import Store

/// What the tree at the tip of a push holds that would hurt whoever checks it out, or the next audit.
struct GuardTip {
  /// That there is no portfolio to guard.
  let missing: [String]
  /// Links, submodules and files that do not belong below the two folders.
  let strays: [String]
  /// Names that some file system would not take, or would take for others.
  let names: [String]
  /// Attributes that would let git change records on their way to and from the worktree.
  let attributes: [String]

  init(_ commit: ObjectID, in workspace: borrowing Workspace) throws(Refusal) {
    let prefix = workspace.prefix
    let tree = try workspace.withRepository { try $0.commit(commit).tree }
    let (files, hasPortfolio) = try workspace.withRepository { repository in
      var files: [TreeFile] = []
      for folder in [Layout.portfolioFolder, Layout.proposalsFolder] {
        if let file = try repository.file(at: prefix + folder, inTree: tree) { files.append(file) }
        files += try repository.files(ofTree: tree, under: prefix + folder)
      }
      let entry = try repository.entry(at: prefix + Layout.portfolioFolder, ofTree: tree)
      return (files, entry?.isFolder == true)
    }
    names = try GuardNames.sentences(commit, tree, files, in: workspace)
    missing =
      hasPortfolio
      ? []
      : [
        "There is no folder \(prefix)\(Layout.portfolioStart) in it, so that there is nothing to "
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
    let paths = files.map(\.path) + Layout.examples.map { prefix + $0 }
    attributes = try workspace.withRepository { repository in
      let sources = try AttributeSources(ofTree: tree, files, prefix: prefix, repository)
      return try ContentAlteringAttribute.found(among: paths, in: sources).map { name, path in
        "Its .gitattributes set '\(name)' on \(path), and git would not keep the file as it is "
          + "written. Take that off \(Layout.bothFolders)."
      }
    }
  }
}
