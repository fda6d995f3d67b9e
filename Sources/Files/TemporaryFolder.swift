#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder of this process alone, for files that another program is to read. It goes with its
/// owner; where the process was killed, ``Folder/removeLeftovers(under:)`` finds it.
package struct TemporaryFolder: ~Copyable {
  /// Absolute.
  package let path: String

  /// Makes a folder where a `TMPDIR` says, or in `/tmp` where that is no absolute path of a folder
  /// that can be written in: other programs start in folders of their own, and read what is in it.
  package init(wished parent: String?) throws(FileProblem) {
    if let parent, parent.utf8.first == UInt8(ascii: "/") {
      do throws(FileProblem) {
        self = try TemporaryFolder(in: parent)
        return
      } catch {
        // Then as without the wish.
      }
    }
    try self.init(in: "/tmp")
  }

  /// Makes a folder in another, which is given by its absolute path and which nobody else can look
  /// into.
  package init(in parent: String) throws(FileProblem) {
    var name = Array((parent + "/" + Folder.temporaryPrefix + "\(getpid())-XXXXXX").utf8CString)
    let made = name.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) } != nil
    }
    guard made else { throw FileProblem.last("make a folder in", parent) }
    path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit {
    if let stream = opendir(path) {
      while let item = readdir(stream) {
        let name = withUnsafePointer(to: &item.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
            String(cString: $0)
          }
        }
        if name != ".", name != ".." { unlink(path + "/" + name) }
      }
      closedir(stream)
    }
    rmdir(path)
  }

  /// Writes a new file that only this user can read, and returns its absolute path.
  package func write(_ text: String, as name: String) throws(FileProblem) -> String {
    try write(Array(text.utf8), as: name)
  }

  /// As ``write(_:as:)``, of bytes.
  package func write(_ bytes: [UInt8], as name: String) throws(FileProblem) -> String {
    let file = path + "/" + name
    let number = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw FileProblem.last("write", file) }
    try Descriptor(number).write(bytes, path: file)
    return file
  }

  /// The bytes of a file that is in it by now, at most 1 MiB; nil where none is.
  package func read(_ name: String) throws(FileProblem) -> [UInt8]? {
    do {
      return try Folder(path).read(name, limit: 1 << 20)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }
}
