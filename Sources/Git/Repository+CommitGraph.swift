import CLibgit2

extension Repository {
  /// The files of git's commit-graph that contradict some commits or can't be read: with them git
  /// shows other trees and parents than the stored ones.
  package func falseCommitGraphs(of commits: [ObjectID]) throws(RepositoryProblem) -> [String] {
    let folders = objectFolders()
    guard
      folders.contains(where: { LockFile.isRegular($0 + "info/commit-graph") != nil })
        || folders.contains(where: { LockFile.isRegular($0 + Repository.chain) != nil })
    else { return [] }
    let heads = try run { () throws(CallError) -> [ObjectID: CommitHead] in
      var heads: [ObjectID: CommitHead] = [:]
      for commit in commits { heads[commit] = try head(of: commit) }
      return heads
    }
    return folders.flatMap { folder in
      let links = (Repository.lines(folder + Repository.chain) ?? []).map { "graph-\($0).graph" }
      let layers = links.compactMap { link in
        folders.map { $0 + "info/commit-graphs/" + link }.first { LockFile.isRegular($0) != nil }
      }
      // A chain is named by the file that lists its files.
      return [
        (name: "info/commit-graph", files: [folder + "info/commit-graph"]),
        (name: Repository.chain, files: layers),
      ].compactMap { Repository.isTrue($0.files, to: heads) ? nil : folder + $0.name }
    }
  }

  private static let chain = "info/commit-graphs/commit-graph-chain"

  /// Whether a chain of files agrees with the commits; files that don't exist are passed over.
  private static func isTrue(_ files: [String], to heads: [ObjectID: CommitHead]) -> Bool {
    var graph = CommitGraph()
    do throws(CommitGraph.Malformed) {
      for file in files {
        guard let isRegular = LockFile.isRegular(file) else { break }
        guard isRegular, let bytes = LockFile.bytes(of: file, limit: 1 << 28) else { return false }
        try graph.add(bytes)
      }
    } catch { return false }
    return graph.isTrue(to: heads)
  }

  /// The folders that objects are read from, each with its final slash: the repository's own and
  /// its alternates, and their alternates in turn.
  private func objectFolders() -> [String] {
    var folders = [commonDirectory + "objects/"]
    var next = 0
    while next < folders.count, folders.count < 100 {
      for line in Repository.lines(folders[next] + "info/alternates") ?? [] {
        let folder = (line.hasPrefix("/") ? line : folders[next] + line) + "/"
        if !line.hasPrefix("#"), !folders.contains(folder) { folders.append(folder) }
      }
      next += 1
    }
    return folders
  }

  private static func lines(_ path: String) -> [String]? {
    LockFile.bytes(of: path, limit: 1 << 20).map { bytes in
      bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}
