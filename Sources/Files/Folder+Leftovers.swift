#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Folder {
  /// Removes the temporary files that killed processes left in a folder, and returns their paths.
  /// `deeply`: whether its subfolders are searched too.
  ///
  /// Call it while holding the lock that all writers take, so that nobody else is writing. Process
  /// numbers in names are not checked, as another process may have the number by now.
  package func removeLeftovers(
    under path: String, deeply: Bool = true, besides kept: Set<String> = []
  ) throws(FileProblem) -> [String] {
    guard try kind(of: path) == .folder else { return [] }
    var removed: [String] = []
    for entry in try entries(at: path) {
      let inner = path + "/" + entry.name
      if kept.contains(inner) { continue }
      if entry.name.hasPrefix(Folder.temporaryPrefix) {
        if try removeAbandoned(inner) { removed.append(inner) }
      } else if deeply, entry.kind == .folder {
        removed += try removeLeftovers(under: inner, besides: kept)
      }
    }
    return removed
  }

  /// Removes the temporary files that killed processes left for one file; for writers without a
  /// lock.
  package func removeLeftovers(of path: String) throws(FileProblem) {
    let (above, name) = Folder.parts(path)
    for entry in try entries(at: above) where Folder.target(of: entry.name) == name {
      _ = try removeAbandoned(above.isEmpty ? entry.name : above + "/" + entry.name)
    }
  }

  /// Removes a temporary file unless it is still being written, and returns whether it did.
  private func removeAbandoned(_ path: String) throws(FileProblem) -> Bool {
    let way = try self.way(to: path)
    let file = openat(way.number, way.name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    defer { if file >= 0 { close(file) } }
    if file >= 0, flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK { return false }
    try removeTemporary(path)
    return true
  }

  /// The name of the file that a temporary file will become, or nil for any other name.
  private static func target(of name: String) -> String? {
    guard name.hasPrefix(temporaryPrefix) else { return nil }
    let rest = name.dropFirst(temporaryPrefix.count)
    guard let dash = rest.firstIndex(of: "-") else { return nil }
    return pid_t(rest[..<dash]).map { _ in String(rest[rest.index(after: dash)...]) }
  }

  private static func parts(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (String(path[..<slash]), String(path[path.index(after: slash)...]))
  }
}
