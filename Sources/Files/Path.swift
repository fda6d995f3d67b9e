#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Absolute paths of the system.
package enum Path {
  /// The names between the slashes of a path, by its bytes: a name may begin with a mark that, as a
  /// character, is one with the slash.
  package static func steps(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }

  /// The folder that a path is in, which is empty for a mere name, and its last name, by its bytes.
  package static func parts(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    let name = Substring(path.utf8[path.utf8.index(after: slash)...])
    return (slash == path.startIndex ? "/" : String(Substring(path.utf8[..<slash])), String(name))
  }

  /// The folder above an absolute path, or nil above the topmost.
  package static func above(_ path: String) -> String? {
    path == "/" ? nil : parts(path).folder
  }

  /// What is left of an absolute path below a folder, empty for the folder itself; nil elsewhere.
  package static func rest(of path: String, below folder: String) -> String? {
    if path.utf8.elementsEqual(folder.utf8) { return "" }
    let start = folder == "/" ? folder : folder + "/"
    guard path.utf8.starts(with: start.utf8) else { return nil }
    return String(Substring(path.utf8.dropFirst(start.utf8.count)))
  }

  /// The path without links and dots, or nil where nothing is there.
  package static func real(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether what a path leads to has a name that is no UTF-8, or was none before it was read.
  package static func isForeign(_ path: String) -> Bool {
    guard let resolved = realpath(path, nil) else {
      return path.unicodeScalars.contains("\u{FFFD}")
    }
    defer { free(resolved) }
    return String(validatingCString: resolved) == nil
  }

  /// Whether a folder is at the path, links followed.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether anything is at the path, be it a link that leads nowhere.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether a file at the path may be run.
  package static func isExecutable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && access(path, X_OK) == 0
  }
}
