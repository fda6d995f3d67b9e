import Diagnostics
import Files
import Git
import PortfolioModel
import Records

extension Workspace {
  /// The files of the worktree, each as git would store it.
  ///
  /// - Parameter tops: The folders to read, below the prefix.
  /// - Parameter extent: Which of the files there are read.
  func filesOnDisk(
    below tops: [String] = Layout.folders, _ extent: ReadingPlan.Extent = .everything
  ) throws(Refusal) -> PortfolioFiles {
    let folder = try folder()
    var tracked: Set<String>?
    for top in Layout.folders {
      if isAtRoot(top + "/.git"), !isAtRoot(top + "/.git/") || isAtRoot(top + "/.git/HEAD") {
        throw Workspace.submodule(prefix + top)
      }
    }
    if isSparse { try refuseSparse() }
    var reader = PortfolioReader(prefix: prefix)
    do {
      var found: [FoundFile] = []
      for top in tops {
        try Workspace.list(top, in: folder, since: found.count, into: &found) { path in
          let known = try tracked ?? trackedTemporaries()
          tracked = known
          return known.contains(path)
        }
      }
      try reader.read(found, extent) { file in
        guard case .disk = file.source else { return 0 }
        return try folder.size(of: file.path)
      } contents: { files in
        try contents(of: files, in: folder)
      }
    } catch let excess as PortfolioReader.Excess {
      throw excess.refusal(
        excess.folder, "du -a \(Typed.word(excess.folder)) | sort -n | tail")
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(.cantWrite, "\(error)")
    }
    return reader.files
  }

  private func contents(
    of files: [FoundFile], in folder: borrowing Folder
  ) throws(Refusal) -> [FileText] {
    let prefix = prefix
    let read = folder.read(
      files.map { (path: $0.path, limit: Layout.limit(of: $0.path)) }, most: Limits.revision
    ) { path, bytes in
      let text = FileText(bytes, at: path, prefix: prefix)
      return (made: text, cost: text.cost)
    }
    return try zip(files, read).map { file, result throws(Refusal) in
      switch result {
      case .success(let text): try stored(text, at: file.path)
      case .failure(let problem):
        FileText(problem.isTooLarge ? .tooLarge : .unreadable(problem.text))
      }
    }
  }

  /// The text as git would store it; another only where lines end in CR LF.
  private func stored(_ text: FileText, at path: String) throws(Refusal) -> FileText {
    guard isInRepository, !text.isCanonical, case .bytes(let bytes) = text.content,
      bytes.holds(UInt8(ascii: "\r"))
    else { return text }
    let full = prefix + path
    return FileText(
      try withRepository { try $0.stored(bytes, path: full) }, at: path, prefix: prefix)
  }

  /// The paths below the prefix that git tracks although they are named like temporary files.
  func trackedTemporaries() throws(Refusal) -> Set<String> {
    guard isInRepository else { return [] }
    let prefix = prefix
    let paths = try withRepository { try $0.trackedPaths(toNamesStarting: Folder.temporaryPrefix) }
    return Set(
      paths.filter { $0.hasPrefix(prefix) }
        .map { $0.rest(after: prefix) })
  }

  /// Lists what is below a folder.
  ///
  /// - Parameter isTracked: Whether git tracks a path that is named like a temporary file.
  /// - Parameter start: How many files were found before the listing of this top folder began.
  /// - Throws: ``PortfolioReader/Excess`` where there are more than ``Limits/listed``.
  private static func list(
    _ path: String, in folder: borrowing Folder, since start: Int, into found: inout [FoundFile],
    isTracked: (String) throws -> Bool
  ) throws {
    let entries: [Folder.Entry]
    do {
      entries = try folder.entries(at: path)
    } catch {
      if error.isMissing { return }
      found.append(FoundFile(path: path, source: .known(.unreadable(error.text))))
      return
    }
    for entry in entries {
      let inner = path + "/" + entry.name
      // Another run's temporary files don't belong to the portfolio, unless somebody committed
      // them.
      if entry.name.hasPrefix(Folder.temporaryPrefix), try !isTracked(inner) { continue }
      if let content = content(of: entry, at: inner) {
        found.append(FoundFile(path: inner, source: .known(content)))
      } else if entry.kind == .folder {
        try list(inner, in: folder, since: start, into: &found, isTracked: isTracked)
      } else {
        found.append(FoundFile(path: inner, source: .disk))
      }
      guard found.count - start <= Limits.listed else {
        throw PortfolioReader.Excess(
          folder: PortfolioReader.top(of: path), detail: "more than \(Limits.listed) files")
      }
    }
  }

  /// An entry's content, where it is known without opening the entry.
  private static func content(of entry: Folder.Entry, at path: String) -> FileContent? {
    switch entry.kind {
    case .folder where Layout.schema(of: path) != nil: .notAFile("a folder")
    case .folder where path.utf8.count(where: { $0 == UInt8(ascii: "/") }) > Limits.folders:
      .notAFile("a folder in too many others")
    case .undecodable: .unreadable("its name is not UTF-8")
    case .symlink: .notAFile("a symbolic link")
    case .other: .notAFile("a pipe, a socket or a device")
    case .folder, .file: nil
    }
  }
}
