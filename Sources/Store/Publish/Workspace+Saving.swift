package import Diagnostics
import Files
import Git
import PortfolioModel
import Records

extension Workspace {
  /// Commits exactly the given files on HEAD's branch, as `--commit` asks for, and returns the
  /// commit's id.
  ///
  /// - Throws: `Refusal` that names the command by which the user can commit the files.
  package func commit(
    _ paths: [String], _ message: String, _ surroundings: Surroundings
  ) throws(Refusal) -> String {
    do throws(Refusal) {
      return try publishFiles(paths, Abridgement.byBlob.quoted(message), surroundings)
    } catch {
      guard error.kind != .unfinished else { throw error }
      // Don't advise running the verb again: it would write the files a second time.
      throw Refusal(
        error.kind, error.message,
        details: error.details + ["the files are written and not committed"],
        help: (error.kind == .moved ? [] : error.help)
          + ["commit them by git: \(committing(paths))"])
    }
  }

  private func publishFiles(
    _ paths: [String], _ message: String, _ surroundings: Surroundings
  ) throws(Refusal) -> String {
    let files = try written(paths)
    var start: ObjectID?
    let published = try publish("commit", surroundings) { (tip, _) throws(Refusal) in
      try refuseLinks(files.map(\.path))
      if let start { try refuseOvertaken(files.map(\.path), since: start, by: tip) }
      start = start ?? tip
      // A file that can't be read must be noticed now, before the branch has moved.
      try withRepository { repository in
        _ = try repository.states(
          of: files.map(\.path), againstTree: try repository.commit(tip).tree)
      }
      return Publication(
        message, [Publication.Commit("the files that were written", message: message, files: files)]
      )
    }
    guard let id = published.ids.first else { preconditionFailure("one commit was published") }
    return id.hex
  }

  /// The files at paths below the prefix, as git stores them, by path in the repository.
  private func written(_ paths: [String]) throws(Refusal) -> [(path: String, bytes: [UInt8]?)] {
    let folder = try folder()
    let prefix = prefix
    var files: [(path: String, bytes: [UInt8]?)] = []
    for path in paths {
      var bytes: [UInt8]?
      do {
        if try folder.kind(of: path) == .file {
          bytes = try folder.read(path, limit: Layout.limit(of: path))
        }
      } catch {
        throw Refusal(error)
      }
      if let read = bytes {
        bytes = try withRepository { try $0.stored(read, path: prefix + path) }
      }
      files.append((prefix + path, bytes))
    }
    return files
  }

  /// Refuses where another program has meanwhile committed a change to the same files.
  func refuseOvertaken(
    _ paths: [String], since start: ObjectID, by tip: ObjectID
  ) throws(Refusal) {
    let changed = try withRepository { repository in
      let (old, new) = (try repository.commit(start).tree, try repository.commit(tip).tree)
      return try paths.filter {
        try repository.file(at: $0, inTree: old) != repository.file(at: $0, inTree: new)
      }
    }
    guard changed.isEmpty else {
      throw Refusal(
        .refused,
        "another program has just committed \(changed.listed)",
        help: ["compare them: \(gitLine: .differences(changed), in: elsewhereTop)"])
    }
  }
}
