#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Folder {
  /// Writes a new folder with its files, all of it or nothing: the folder is filled under a
  /// temporary name, flushed, then renamed.
  ///
  /// - Parameter files: The files' bytes, by plain name.
  /// - Throws: `FileProblem` for which `isTaken` holds where the path exists already.
  package func writeWhole(
    _ files: [(name: String, bytes: [UInt8])], to path: String
  ) throws(FileProblem) {
    guard try kind(of: path) == nil else { throw FileProblem("make", path, .system(EEXIST)) }
    let way = try self.way(to: path)
    let name = Folder.temporaryPrefix + "\(getpid())-\(way.name)"
    let above = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    let temporary = above + name
    try removeTemporary(temporary)
    do throws(FileProblem) {
      try makeFolder(at: temporary)
      for file in files { try write(file.bytes, to: temporary + "/" + file.name) }
      guard renameat(way.number, name, way.number, way.name) == 0 else {
        throw FileProblem.last("rename", path)
      }
      try way.folder.flush(path: path)
    } catch {
      do { try removeTemporary(temporary) } catch {}
      throw error
    }
  }

  /// Removes a temporary file, or a temporary folder and its files, if it exists.
  func removeTemporary(_ path: String) throws(FileProblem) {
    guard let kind = try kind(of: path) else { return }
    let way = try self.way(to: path)
    if kind == .folder {
      for entry in try entries(at: path) { try removeTemporary(path + "/" + entry.name) }
    }
    guard unlinkat(way.number, way.name, kind == .folder ? AT_REMOVEDIR : 0) == 0 else {
      throw FileProblem.last("remove", path)
    }
  }
}
