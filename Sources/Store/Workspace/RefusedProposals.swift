package import Git
import PortfolioModel
package import Records

/// The rejected and withdrawn proposals of a revision, which are never deleted and on which nothing
/// rests: they are read last and left out where there is no room, so that no number of them keeps the
/// rest from being read.
struct RefusedProposals {
  private struct Folder {
    let status: ProposalStatus
    var files: [(path: String, file: TreeFile)] = []
  }

  /// By what the paths of a proposal start with.
  private var folders: [String: Folder] = [:]
  private var known: [ObjectID: ProposalStatus?] = [:]

  /// Finds them by their states.
  mutating func find(
    in files: [(path: String, file: TreeFile)], _ repository: borrowing Repository
  ) throws(RepositoryProblem) {
    for (path, file) in files {
      guard case .state(let folder) = Layout.role(of: path), file.mode == .file,
        let status = try status(file.id, repository)
      else { continue }
      folders[Layout.proposalFolder(folder)] = Folder(status: status)
    }
    for (path, file) in files {
      guard let start = RefusedProposals.start(of: path) else { continue }
      folders[start]?.files.append((path, file))
    }
  }

  func holds(_ path: String) -> Bool {
    RefusedProposals.start(of: path).map { folders[$0] != nil } ?? false
  }

  /// Reads them as far as there is room.
  func read(
    into files: inout PortfolioFiles, after earlier: PortfolioFiles?, atMost limit: Int,
    _ repository: borrowing Repository
  ) throws(RepositoryProblem) {
    var left = limit
    for (_, folder) in folders.sorted(by: { $0.key.precedesBytewise($1.key) }) {
      var size = 0
      for (path, file) in folder.files where file.isText {
        size += min(try repository.size(ofBlob: file.id), Layout.limit(of: path))
      }
      let isRead = size <= left
      if isRead { left -= size }
      for (path, file) in folder.files {
        if isRead {
          try files.read(file, at: path, after: earlier, repository)
        } else {
          files[path] = .leftOut(folder.status)
        }
      }
    }
  }

  /// The status that a state's first line gives, where it is one of the two.
  private mutating func status(
    _ id: ObjectID, _ repository: borrowing Repository
  ) throws(RepositoryProblem) -> ProposalStatus? {
    if let known = known[id] { return known }
    let text = try repository.text(id) ?? []
    let status = [ProposalStatus.rejected, .withdrawn].first {
      text.starts(with: "status: \($0.rawValue)\n".utf8)
    }
    known[id] = .some(status)
    return status
  }

  /// The first two steps of a path, where there is a third.
  private static func start(of path: String) -> String? {
    let steps = path.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2)
    return steps.count == 3 ? steps[..<2].map { String(Substring($0)) }.joined(separator: "/") : nil
  }
}

extension PortfolioFiles {
  /// Reads what stands at a path, below the prefix, or takes it over.
  package mutating func read(
    _ file: TreeFile, at path: String, after earlier: PortfolioFiles? = nil,
    _ repository: borrowing Repository
  ) throws(RepositoryProblem) {
    if let known = earlier?.content(of: file, at: path) {
      store(known, at: path, as: file)
      return
    }
    let content: FileContent
    switch file.mode {
    case .symlink: content = .notAFile("a symbolic link")
    case .gitlink: content = .notAFile("a submodule")
    case .file, .executable:
      // One text can stand at many paths, and is charged and read for each.
      let isRead = try repository.size(ofBlob: file.id) <= Layout.limit(of: path)
      let isChangelog = path.hasSameBytes(as: Layout.changelogFile)
      content =
        isRead ? .bytes(try repository.blob(file.id, isOnlyCompared: isChangelog)) : .tooLarge
    }
    store(content, at: path, as: file)
  }
}
