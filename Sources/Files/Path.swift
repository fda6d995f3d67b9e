#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Functions on paths of the system.
package enum Path {
  /// The names between the slashes of a path, split by bytes: a name may begin with a combining
  /// mark, which Swift would join with the slash into one Character.
  package static func steps(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }

  /// Whether each name leads one folder down, so that none of them is `.` or `..`.
  package static func leadDown(_ steps: [String]) -> Bool {
    !steps.contains(".") && !steps.contains("..")
  }

  /// The folder of a path, which is empty for a plain name, and the path's last name, split by
  /// bytes.
  package static func parts(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    let name = Substring(path.utf8[path.utf8.index(after: slash)...])
    return (slash == path.startIndex ? "/" : String(Substring(path.utf8[..<slash])), String(name))
  }

  /// The folder above an absolute path, or nil above the topmost.
  package static func above(_ path: String) -> String? {
    path == "/" ? nil : parts(path).folder
  }

  /// The rest of an absolute path below a folder, empty for the folder itself; nil where the path
  /// is not in the folder.
  package static func rest(of path: String, below folder: String) -> String? {
    if path.utf8.elementsEqual(folder.utf8) { return "" }
    let start = folder == "/" ? folder : folder + "/"
    guard path.utf8.starts(with: start.utf8) else { return nil }
    return String(Substring(path.utf8.dropFirst(start.utf8.count)))
  }

  /// The path with links and dots resolved, or nil where nothing is there.
  package static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether a path, or the path that it resolves to, is not UTF-8 or was not before it was
  /// decoded.
  package static func isForeign(_ path: String) -> Bool {
    guard let resolved = realpath(path, nil) else {
      return path.unicodeScalars.contains("\u{FFFD}")
    }
    defer { free(resolved) }
    return String(validatingCString: resolved) == nil
  }

  /// Whether a folder, or a link to one, is at the path.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether what is at the path belongs to the user of this process.
  package static func isOwn(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_uid == geteuid()
  }

  /// Whether anything is at the path, even a broken link.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether an executable file is at the path.
  package static func isExecutable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && access(path, X_OK) == 0
  }
}
