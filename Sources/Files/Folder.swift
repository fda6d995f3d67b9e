#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder on disk, and everything below it. No component of a path may be a symbolic link.
///
/// Paths are relative, with `/` between components.
package struct Folder: ~Copyable {
  package enum Kind: Hashable, Sendable {
    case file, folder, symlink, other
    /// Anything whose name is not UTF-8; the invalid bytes of the name are replaced.
    case undecodable
  }

  package struct Entry: Hashable, Sendable {
    package let name: String
    package let kind: Kind
  }

  /// The start of the names of files that are being written.
  package static let temporaryPrefix = ".rspmaint-"

  let root: Descriptor

  /// Opens a folder by its absolute path; links in this path are followed.
  package init(_ path: String) throws(FileProblem) {
    let number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw FileProblem.last("open", path) }
    root = Descriptor(number)
  }

  /// The kind of entry at a path, or nil where nothing is there.
  package func kind(of path: String) throws(FileProblem) -> Kind? {
    do {
      let way = try self.way(to: path)
      return try Folder.kind(of: way.name, in: way.number, path: path)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }

  /// The entries of the folder at a path, sorted by bytes.
  package func entries(at path: String) throws(FileProblem) -> [Entry] {
    let folder = try self.folder(at: path)
    let copy = dup(folder.number)
    guard copy >= 0 else { throw FileProblem.last("list", path) }
    guard let stream = fdopendir(copy) else {
      let problem = FileProblem.last("list", path)
      close(copy)
      throw problem
    }
    defer { closedir(stream) }
    rewinddir(stream)
    var entries: [Entry] = []
    while let item = readdir(stream) {
      let (name, isDecoded) = withUnsafePointer(to: &item.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          (String(cString: $0), String(validatingCString: $0) != nil)
        }
      }
      guard name != ".", name != ".." else { continue }
      var kind = isDecoded ? Folder.kind(listed: Int(item.pointee.d_type)) : .undecodable
      if kind == nil {
        kind = try Folder.kind(of: name, in: folder.number, path: path + "/" + name)
      }
      entries.append(Entry(name: name, kind: kind ?? .other))
    }
    return entries.sorted { first, second in
      first.name.withCString { name in second.name.withCString { strcmp(name, $0) < 0 } }
    }
  }

  /// The kind that the listing of a folder tells; nil where it doesn't.
  private static func kind(listed type: Int) -> Kind? {
    switch type {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .symlink
    case Int(DT_UNKNOWN): nil
    default: .other
    }
  }

  /// The size of the file at a path, in bytes.
  package func size(of path: String) throws(FileProblem) -> Int {
    let way = try self.way(to: path)
    return Int(try Folder.status(of: way.name, in: way.number, path: path)?.st_size ?? 0)
  }

  // MARK: - Ways

  /// The open folder that holds a path's last component, and the component's name.
  struct Way: ~Copyable {
    let folder: Descriptor
    let name: String

    var number: Int32 { folder.number }
  }

  /// Opens the folder that holds a path's last component.
  func way(to path: String) throws(FileProblem) -> Way {
    guard path != "..", !path.hasSuffix("/..") else {
      throw FileProblem("open", path, .notRegular)
    }
    let parts = Path.parts(path)
    return Way(folder: try folder(at: parts.folder), name: parts.name)
  }

  func folder(at path: String) throws(FileProblem) -> Descriptor {
    try Folder.opened(path, below: root.number)
  }

  static func opened(_ path: String, below root: Int32) throws(FileProblem) -> Descriptor {
    var current = try Descriptor.open(".", in: root, O_RDONLY | O_DIRECTORY, path: path)
    for component in Path.steps(path) {
      guard component != ".." else { throw FileProblem("open", path, .notRegular) }
      current = try Descriptor.open(
        component, in: current.number, O_RDONLY | O_DIRECTORY, path: path)
    }
    return current
  }

  static func kind(
    of name: String, in folder: Int32, path: String
  ) throws(FileProblem) -> Kind? {
    try status(of: name, in: folder, path: path).map(kind)
  }

  /// The system's status of a name, without following links; nil where nothing has that name.
  private static func status(
    of name: String, in folder: Int32, path: String
  ) throws(FileProblem) -> stat? {
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT { return nil }
      throw FileProblem.last("look at", path)
    }
    return status
  }

  static func kind(_ status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .symlink
    default: return .other
    }
  }
}
