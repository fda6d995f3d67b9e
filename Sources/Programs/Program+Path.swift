import SystemPackage

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Program {
  /// Whether there is an executable file by its path, or by its name in the environment's PATH.
  package var isThere: Bool {
    executable.utf8.contains(UInt8(ascii: "/")) ? access(executable, X_OK) == 0 : found != nil
  }

  /// The first executable file of the name in the folders of the environment's PATH, or nil.
  ///
  /// To start a program in each folder until one is there takes several times longer.
  var found: FilePath? {
    let folders = environment["PATH"]?.utf8.split(separator: UInt8(ascii: ":")) ?? []
    for folder in folders where folder.first == UInt8(ascii: "/") {
      let path = String(Substring(folder)) + "/" + executable
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(path, X_OK) == 0
      else { continue }
      return FilePath(path)
    }
    return nil
  }
}
