import Diagnostics
import Git
import PortfolioModel
import Records

/// The faults of the tree at a pushed tip that would harm those who check it out, or the next
/// audit.
struct GuardTip {
  /// The objection that there is no portfolio to guard, or nothing.
  let missing: [Hint]
  /// Links, submodules and files that do not belong below the two folders.
  let strays: [Hint]
  /// Names that some file system doesn't allow or can't tell from others.
  let names: [Hint]
  /// Attributes that would make git change records on their way to and from the worktree.
  let attributes: [Hint]

  init(
    _ commit: ObjectID, in source: borrowing some PushSource & ~Copyable
  ) throws(Refusal) {
    let prefix = source.prefix
    let tree = try source.commit(commit).tree
    var files: [TreeFile] = []
    for path in Layout.folders.map({ prefix + $0 }) {
      if let file = try source.entry(at: path, ofTree: tree), !file.isFolder {
        files.append(TreeFile(path: path, mode: file.mode, id: file.id))
      }
      files += try source.files(ofTree: tree, under: path)
    }
    let hasPortfolio =
      try source.folder(at: prefix + Layout.portfolioFolder, inTree: tree) != nil
    names = try GuardNames.sentences(commit, tree, files, in: source)
    missing =
      hasPortfolio
      ? []
      : [
        "It has no folder \(prefix)\(Layout.portfolioStart), so there is nothing to "
          + "guard. If the portfolio is in another folder, say so on the server: "
          + "\(gitLine: .config(.set(Layout.folderKey, "FOLDER")))."
      ]
    strays = files.compactMap { file in
      let path = file.path.rest(after: prefix)
      switch file.mode {
      case .symlink: return "\(file.path) is a symbolic link."
      case .gitlink: return "\(file.path) is a submodule."
      case .file, .executable:
        return Layout.role(of: path) == .unexpected ? "\(file.path) does not belong there." : nil
      }
    }
    attributes = try source.harmfulAttributes(ofTree: tree, files).map { name, path in
      "Its .gitattributes set '\(name)' on \(path), so git would not keep the file as it is "
        + "written. Take that off \(Layout.bothFolders)."
    }
  }
}
