#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Finds pipes, sockets and devices in the places where git keeps its own files. libgit2, like git
/// itself, would wait for ever to read from a pipe.
enum OddFile {
  /// Files of a worktree's git folder.
  private static let ownNames = [
    "HEAD", "ORIG_HEAD", "COMMIT_EDITMSG", "MERGE_HEAD", "config.worktree", "commondir", "gitdir",
    "index", "info/sparse-checkout", "logs/HEAD", "rspmaint/journal",
  ]
  /// Files of the folder that all worktrees share.
  private static let commonNames = [
    "config", "packed-refs", "shallow", "info/attributes", "info/exclude",
    "info/grafts", "objects/info/alternates", "objects/info/commit-graph", "rspmaint/lock",
  ]
  /// Folders of it in which git may read any file.
  private static let commonFolders = [
    "refs", "logs/refs", "objects/pack", "objects/info/commit-graphs",
  ]

  /// The path of the first such file among the user's own settings, at a path, and in the folders
  /// above it up to the repository that would be opened there.
  static func first(around path: String) -> String? {
    if let found = usersFiles.first(where: isOdd) { return found }
    var folder = path
    while true {
      if let found = first(at: folder + "/.git") ?? first(at: folder) { return found }
      guard !exists(folder + "/.git"), folder.utf8.count > 1,
        let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/"))
      else { return nil }
      folder = String(Substring(folder.utf8[..<slash]))
    }
  }

  /// The paths where git looks for the user's settings.
  private static var usersFiles: [String] {
    let home = variable("HOME")
    let settings = variable("XDG_CONFIG_HOME") ?? home.map { $0 + "/.config" }
    let names = ["config", "attributes", "ignore"]
    return (home.map { [$0 + "/.gitconfig"] } ?? [])
      + (settings.map { folder in names.map { "\(folder)/git/\($0)" } } ?? [])
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The path of the first such file among the attribute files for a path of a worktree.
  static func attributes(above path: String, in top: String) -> String? {
    var folder = top
    for step in path.steps {
      let file = folder + ".gitattributes"
      if isOdd(file) { return file }
      folder += step + "/"
    }
    return nil
  }

  /// The path of the first such file in a git folder, or in the folder that a file `.git` names.
  static func first(at path: String) -> String? {
    if isOdd(path) { return path }
    var git = path
    if LockFile.isRegular(path) == true {
      guard let target = target(of: path, after: "gitdir: ") else { return nil }
      git = target
    }
    guard exists(git + "/HEAD") else { return nil }
    if let name = ownNames.first(where: { isOdd(git + "/" + $0) }) { return git + "/" + name }
    let common = target(of: git + "/commondir", after: "") ?? git
    if let name = commonNames.first(where: { isOdd(common + "/" + $0) }) {
      return common + "/" + name
    }
    for name in commonFolders {
      if let found = first(below: common + "/" + name) { return found }
    }
    return nil
  }

  /// Whether a path leads to something that is neither file nor folder. A link to `/dev/null` is
  /// accepted as a common way to have an empty file.
  private static func isOdd(_ path: String) -> Bool {
    var (status, null) = (stat(), stat())
    guard stat(path, &status) == 0 else { return false }
    if [S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) { return false }
    return stat("/dev/null", &null) != 0 || status.st_rdev != null.st_rdev
      || status.st_mode & S_IFMT != S_IFCHR
  }

  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The path that a small file of git's holds, resolved from the file's folder.
  private static func target(of path: String, after start: String) -> String? {
    guard let bytes = LockFile.start(of: path, count: 1 << 12), bytes.starts(with: start.utf8)
    else { return nil }
    let line = bytes.dropFirst(start.utf8.count).prefix { $0 != UInt8(ascii: "\n") }
    let target = String(decoding: line, as: UTF8.self)
    if target.utf8.first == UInt8(ascii: "/") { return target }
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return target }
    return String(Substring(path.utf8[...slash])) + target
  }

  /// The first such file in a folder or in those below; links are followed.
  private static func first(below folder: String) -> String? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    while let item = readdir(stream) {
      let type = Int(item.pointee.d_type)
      guard type != Int(DT_REG) else { continue }
      let name = withUnsafePointer(to: &item.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(cString: $0)
        }
      }
      guard name != ".", name != ".." else { continue }
      let path = folder + "/" + name
      if isOdd(path) { return path }
      if type == Int(DT_DIR), let found = first(below: path) { return found }
    }
    return nil
  }
}
