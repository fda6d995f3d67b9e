#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A private folder of this process, for files that another program is to read. It is removed with
/// its owner; after a killed process, ``Folder/removeLeftovers(under:)`` removes it.
package struct TemporaryFolder: ~Copyable {
  /// The absolute path.
  package let path: String
  private let parent: String

  /// Creates a folder in the one that `TMPDIR` names, or in `/tmp` where that is not the absolute
  /// path of a writable folder. Other programs, which run in other folders, need an absolute path.
  package init(wished parent: String?) throws(FileProblem) {
    if let parent, parent.utf8.first == UInt8(ascii: "/") {
      do throws(FileProblem) {
        self = try TemporaryFolder(in: parent)
        return
      } catch {
        // Fall back to `/tmp`.
      }
    }
    try self.init(in: "/tmp")
  }

  /// Creates a folder, which only this user can open, in another one, given by its absolute path.
  package init(in parent: String) throws(FileProblem) {
    // mkdtemp puts other letters in the place of six X at the end.
    let template = parent + "/" + Folder.temporaryPrefix + String(repeating: "X", count: 6)
    var name = Array(template.utf8CString)
    let made = name.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) } != nil
    }
    guard made else { throw FileProblem.last("make a folder in", parent) }
    self.parent = parent
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    do {
      try Folder(parent).removeTemporary(String(path.dropFirst(parent.count + 1)))
    } catch {
      // What another program still holds stays behind.
    }
  }

  /// Writes a new file that only this user can read, and returns its absolute path.
  package func write(_ text: String, as name: String) throws(FileProblem) -> String {
    try write(Array(text.utf8), as: name)
  }

  /// The same as ``write(_:as:)`` for bytes.
  package func write(_ bytes: [UInt8], as name: String) throws(FileProblem) -> String {
    let file = path + "/" + name
    let number = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw FileProblem.last("write", file) }
    try Descriptor(number).write(bytes, path: file)
    return file
  }

  /// The bytes of a file that another program may have written into it, at most 1 MiB; nil where
  /// there is no such file.
  package func read(_ name: String) throws(FileProblem) -> [UInt8]? {
    do {
      return try Folder(path).read(name, limit: 1 << 20)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }
}
