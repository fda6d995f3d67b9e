package import Git
import Parallel
import PortfolioModel
package import Records

extension Repository {
  /// A blob's text; nil where it is larger than a record may be.
  package func text(_ id: ObjectID) throws(RepositoryProblem) -> [UInt8]? {
    let size = try size(ofBlob: id)
    return size <= Limits.record ? try blob(id, ofSize: size) : nil
  }

  /// The texts of a tree's files at paths below the prefix, in their order.
  ///
  /// They are read in portions, whose forms are looked at on all processors, and those in canonical
  /// form then count less among what is read.
  ///
  /// - Throws: ``PortfolioReader/Excess`` where too much was read, or `RepositoryProblem`.
  func texts(
    of files: [(path: String, file: TreeFile)], prefix: String
  ) throws -> [FileText] {
    var (texts, portion, size): ([FileText], [(String, FileContent)], Int) = ([], [], 0)
    texts.reserveCapacity(files.count)
    for (index, (path, file)) in files.enumerated() {
      let content: FileContent = try PortfolioReader.limited(to: PortfolioReader.top(of: path)) {
        try self.content(of: file, at: path)
      }
      portion.append((path, content))
      if case .bytes(let bytes) = content { size += bytes.count }
      guard size >= 1 << 20 || index == files.count - 1 else { continue }
      let made = Parallel.map(portion) { share in
        share.map { path, content -> FileText in
          guard case .bytes(let bytes) = content else { return FileText(content) }
          return FileText(bytes, at: path, prefix: prefix)
        }
      }
      for text in made where text.isCanonical {
        recount(size: text.cost * Limits.canonical, as: text.cost)
      }
      texts += made
      (portion, size) = ([], 0)
    }
    return texts
  }

  /// The content of a tree's file at a path below the prefix.
  package func content(
    of file: TreeFile, at path: String
  ) throws(RepositoryProblem) -> FileContent {
    switch file.mode {
    case .symlink: return .notAFile("a symbolic link")
    case .gitlink: return .notAFile("a submodule")
    case .file, .executable:
      // What came with a ballot is kept and never read; the file of an edition holds its id alone.
      if Layout.isOriginal(path), try !holds(file.id) { return .unreadable("it is kept elsewhere") }
      // A text at several paths is read, and counted against the budget, once for each.
      let size = try size(ofBlob: file.id)
      guard size <= Layout.limit(of: path) else { return .tooLarge }
      let isChangelog = path.hasSameBytes(as: Layout.changelogFile)
      return .bytes(try blob(file.id, isOnlyCompared: isChangelog, ofSize: size))
    }
  }
}
