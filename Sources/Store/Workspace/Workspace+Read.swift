package import Diagnostics
import Files
package import Git
import PortfolioModel
package import Records

extension Workspace {
  /// What a snapshot is read from.
  package enum SnapshotSource: Sendable, Hashable {
    case worktree
    /// Anything that names a commit.
    case revision(String)
  }

  /// Reads the portfolio from a source; a bare repository's worktree is its HEAD.
  ///
  /// `earlier`: a snapshot that most likely holds the same files.
  package func snapshot(
    _ source: SnapshotSource, after earlier: Snapshot? = nil
  ) throws(Refusal) -> Snapshot {
    switch source {
    case .worktree where root == nil: return try snapshot(.revision("HEAD"), after: earlier)
    case .worktree: return Snapshot(reading: try worktreeFiles(), after: earlier)
    case .revision(let name):
      return try snapshot(of: try commit(named: name), named: name, after: earlier)
    }
  }

  /// Reads the portfolio at a commit, which is called by its id or by a name.
  ///
  /// - Throws: `Refusal` where there is none.
  package func snapshot(
    of commit: ObjectID, named name: String? = nil, after earlier: Snapshot? = nil
  ) throws(Refusal) -> Snapshot {
    let name = name ?? String(commit.hex.prefix(10))
    try refuseAbsence(of: commit, named: name)
    let tree = try withRepository { try $0.commit(commit).tree }
    return try snapshot(ofTree: tree, named: name, after: earlier)
  }

  package func commit(named name: String) throws(Refusal) -> ObjectID {
    try withRepository { try $0.commitID(of: name) }
  }

  /// A commit and what its name was taken for; a name may also be that of a reference below a folder.
  package func commit(
    named name: String, orBelow folder: String
  ) throws(Refusal) -> NamedCommit {
    try withRepository { try $0.commit(named: name, orBelow: folder) }
  }

  /// As ``snapshot(of:named:after:)``, of a commit's tree; nothing need be there.
  package func snapshot(
    ofTree tree: ObjectID, named name: String, after earlier: Snapshot? = nil
  ) throws(Refusal) -> Snapshot {
    Snapshot(
      reading: try files(ofTree: tree, named: name, after: earlier?.files), after: earlier)
  }

  /// Some proposals of a tree, by the names of their folders.
  package func snapshot(
    ofProposals folders: [String], inTree tree: ObjectID, after earlier: Snapshot? = nil
  ) throws(Refusal) -> Snapshot {
    let prefix = prefix
    let files = try withRepository { repository in
      var files = PortfolioFiles(prefix: prefix)
      for folder in folders {
        let start = prefix + Layout.proposalFolder(folder)
        for file in try repository.files(ofTree: tree, under: start) {
          let path = String(Substring(file.path.utf8.dropFirst(prefix.utf8.count)))
          try files.read(file, at: path, after: earlier?.files, repository)
        }
      }
      return files
    }
    return Snapshot(reading: files, after: earlier)
  }

  /// The files of a tree, each as it is stored; those that were read before are taken over.
  private func files(
    ofTree tree: ObjectID, named name: String, after earlier: PortfolioFiles?
  ) throws(Refusal) -> PortfolioFiles {
    let prefix = prefix
    return try withRepository { repository in
      var files = PortfolioFiles(prefix: prefix, revision: name)
      var left = Limits.revision
      var refused = RefusedProposals()
      for folder in [Layout.portfolioFolder, Layout.proposalsFolder] {
        do throws(RepositoryProblem) {
          if try repository.file(at: prefix + folder, inTree: tree) != nil {
            files[folder] = .unreadable("it is not a folder")
          }
          let found = try repository.files(ofTree: tree, under: prefix + folder).map {
            (path: String(Substring($0.path.utf8.dropFirst(prefix.utf8.count))), file: $0)
          }
          try refused.find(in: found, repository)
          for (path, file) in found where !refused.holds(path) {
            try files.read(file, at: path, after: earlier, repository)
            left -= files.bytes(path)?.count ?? 0
            guard left >= 0 else {
              throw RepositoryProblem(
                .oversizedReading, detail: "more than \(Limits.inWords(Limits.revision)) of text")
            }
          }
        } catch {
          guard error.kind == .oversizedReading else { throw error }
          throw Workspace.tooMuch(prefix + folder, name, error.detail)
        }
      }
      try refused.read(
        into: &files, after: earlier, atMost: min(left, Limits.refused), repository)
      return files
    }
  }

  private static func tooMuch(
    _ folder: String, _ revision: String, _ detail: String
  ) -> Refusal {
    Refusal(
      .refused, "\(folder) at \(revision) holds more than a portfolio can hold: \(detail)",
      help: ["git ls-tree -r -l \(Typed.word(revision)) \(Typed.word(folder))"])
  }

  /// The files of the worktree, each as git would store it.
  private func worktreeFiles() throws(Refusal) -> PortfolioFiles {
    let folder = try folder()
    var files = PortfolioFiles(prefix: prefix)
    let tracked = try trackedTemporaries()
    for top in [Layout.portfolioFolder, Layout.proposalsFolder] {
      if isAtRoot(top + "/.git"), !isAtRoot(top + "/.git/") || isAtRoot(top + "/.git/HEAD") {
        throw Workspace.submodule(prefix + top)
      }
      try Workspace.read(top, in: folder, tracked, into: &files)
    }
    guard isInRepository else { return files }
    try refuseSparse()
    let prefix = prefix
    return try withRepository { repository in
      for path in files.paths {
        guard let bytes = files.bytes(path) else { continue }
        files[path] = .bytes(try repository.stored(bytes, path: prefix + path))
      }
      return files
    }
  }

  /// What git tracks under a name of temporary files, by path below the prefix.
  func trackedTemporaries() throws(Refusal) -> Set<String> {
    guard isInRepository else { return [] }
    let prefix = prefix
    let paths = try withRepository { try $0.trackedPaths(toNamesStarting: Folder.temporaryPrefix) }
    return Set(
      paths.filter { $0.hasPrefix(prefix) }
        .map { String(Substring($0.utf8.dropFirst(prefix.utf8.count))) })
  }

  private static func read(
    _ path: String, in folder: borrowing Folder, _ tracked: Set<String>,
    into files: inout PortfolioFiles
  ) throws(Refusal) {
    let entries: [Folder.Entry]
    do {
      entries = try folder.entries(at: path)
    } catch {
      if error.isMissing { return }
      files[path] = .unreadable(error.text)
      return
    }
    for entry in entries {
      let inner = path + "/" + entry.name
      // What another run is writing is none of the portfolio's, unless somebody committed it.
      if entry.name.hasPrefix(Folder.temporaryPrefix), !tracked.contains(inner) { continue }
      switch entry.kind {
      case .folder where Layout.schema(of: inner) != nil: files[inner] = .notAFile("a folder")
      case .folder where inner.utf8.count(where: { $0 == UInt8(ascii: "/") }) > Limits.folders:
        files[inner] = .notAFile("a folder in too many others")
      case .folder: try read(inner, in: folder, tracked, into: &files)
      case .undecodable: files[inner] = .unreadable("its name is not UTF-8")
      case .symlink: files[inner] = .notAFile("a symbolic link")
      case .other: files[inner] = .notAFile("no regular file")
      case .file:
        do {
          files[inner] = .bytes(try folder.read(inner, limit: Layout.limit(of: inner)))
        } catch {
          files[inner] = error.isTooLarge ? .tooLarge : .unreadable(error.text)
        }
      }
    }
  }
}
