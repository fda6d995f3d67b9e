import Diagnostics
import Files
import Git
import PortfolioModel
import Records

extension Workspace {
  /// The files of a tree, as they are stored; those that were read before are not read again.
  ///
  /// - Parameter tops: The folders to read, below the prefix.
  /// - Parameter extent: Which of the files there are read.
  func files(
    ofTree tree: ObjectID, named name: String, below tops: [String] = Layout.folders,
    _ extent: ReadingPlan.Extent = .everything, after earlier: PortfolioFiles?,
    refusedLimit: Int = Limits.refused
  ) throws(Refusal) -> PortfolioFiles {
    let prefix = prefix
    return try withRepository { repository in
      var reader = PortfolioReader(
        prefix: prefix, revision: name, after: earlier, refusedLimit: refusedLimit)
      do {
        var found: [FoundFile] = []
        for top in tops {
          if try repository.file(at: prefix + top, inTree: tree) != nil {
            found.append(FoundFile(path: top, source: .known(.unreadable("it is not a folder"))))
          }
          found += try PortfolioReader.limited(to: top) {
            try repository.files(ofTree: tree, under: prefix + top).map { file in
              let path = file.path.rest(after: prefix)
              return FoundFile(path: path, source: .tree(file))
            }
          }
        }
        try reader.read(found, extent) { file in
          guard case .tree(let stored) = file.source, stored.isText else { return 0 }
          return try repository.size(ofBlob: stored.id)
        } contents: { files in
          try repository.texts(
            of: files.map { file in
              guard let stored = file.source.entry else {
                preconditionFailure("a tree holds what is stored")
              }
              return (file.path, stored)
            }, prefix: prefix)
        }
      } catch let excess as PortfolioReader.Excess {
        let folder = prefix + excess.folder
        throw excess.refusal(
          "\(folder) at \(name)", "\(gitLine: .sizes(revision: name, [folder]))")
      }
      return reader.files
    }
  }
}
