/// Reads all files of an archive at once.
package enum ArchiveReader {
  /// The files in the order of their names.
  ///
  /// - Parameter file: The name that problems are reported with.
  package static func files(
    in bytes: [UInt8], file: String
  ) throws(FormProblem) -> [(name: String, content: [UInt8])] {
    let archive = try Archive(bytes, file: file)
    var files: [(name: String, content: [UInt8])] = []
    for name in archive.names {
      if let content = try archive.content(of: name) { files.append((name, content)) }
    }
    return files
  }
}
