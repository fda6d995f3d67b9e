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
  /// They are read one top folder after the other, each in the order in which git packs files, and in
  /// portions, whose forms are looked at on all processors; those in canonical form then count less
  /// among what is read.
  ///
  /// - Throws: ``PortfolioReader/Excess`` where too much was read, or `RepositoryProblem`.
  func texts(
    of files: [(path: String, file: TreeFile)], prefix: String
  ) throws -> [FileText] {
    var texts = [FileText?](repeating: nil, count: files.count)
    var (portion, size): ([(index: Int, path: String, content: FileContent)], Int) = ([], 0)
    let order = PackOrder.indices(of: files.map(\.path))
    let tops = files.map { PortfolioReader.top(of: $0.path) }
    for top in Set(tops).sorted() {
      for index in order where tops[index] == top {
        let (path, file) = files[index]
        let content: FileContent = try PortfolioReader.limited(to: top) {
          try self.content(of: file, at: path)
        }
        portion.append((index, path, content))
        if case .bytes(let bytes) = content { size += bytes.count }
        if size >= 1 << 20 {
          take(portion, prefix: prefix, into: &texts)
          (portion, size) = ([], 0)
        }
      }
    }
    take(portion, prefix: prefix, into: &texts)
    return texts.compactMap { $0 }
  }

  private func take(
    _ portion: [(index: Int, path: String, content: FileContent)], prefix: String,
    into texts: inout [FileText?]
  ) {
    let made = Parallel.map(portion) { share in
      share.map { FileText($0.content, at: $0.path, prefix: prefix) }
    }
    for (file, text) in zip(portion, made) {
      if text.isCanonical { recount(size: text.cost * Limits.canonical, as: text.cost) }
      texts[file.index] = text
    }
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
