import Diagnostics
import Git
import Parallel
import PortfolioModel
import Records

/// A file at a path below the prefix that is not read yet.
struct FoundFile: Sendable {
  enum Source {
    case tree(TreeFile)
    /// A file on disk.
    case disk
    /// Something that is known without reading: a link, a folder in a file's place, an entry that
    /// can't be opened.
    case known(FileContent)

    /// The entry of a file that is in a tree.
    var entry: TreeFile? {
      guard case .tree(let file) = self else { return nil }
      return file
    }
  }

  let path: String
  let source: Source
}

/// Reads a portfolio's texts from a tree or from the worktree, within one budget.
///
/// Rejected and withdrawn proposals are never deleted, and nothing else depends on them. They are
/// read last, and left out where the budget is spent, so that many of them don't displace the rest.
struct PortfolioReader {
  /// Thrown where there is more than ``Limits/revision``; names the folder that was being read.
  struct Excess: Error {
    let folder: String
    let detail: String

    /// - Parameter command: A command that shows which files are the largest.
    func refusal(_ place: String, _ command: Hint) -> Refusal {
      Refusal(
        .refused, "\(place) holds more than a portfolio can hold: \(detail)", help: [command])
    }
  }

  private(set) var files: PortfolioFiles
  private let earlier: PortfolioFiles?
  private var left = Limits.revision
  private let refusedLimit: Int

  /// - Parameter earlier: Files that were read before; a file with the same blob is taken from
  ///   them.
  /// - Parameter refusedLimit: How many bytes of rejected and withdrawn proposals are read.
  init(
    prefix: String, revision: String? = nil, after earlier: PortfolioFiles? = nil,
    refusedLimit: Int = Limits.refused
  ) {
    files = PortfolioFiles(prefix: prefix, revision: revision)
    self.earlier = earlier
    self.refusedLimit = refusedLimit
  }

  /// Reads of the files that were found those that belong to an extent.
  ///
  /// - Parameter size: Returns a file's size in bytes.
  /// - Parameter contents: Returns the contents of files, in their order.
  /// - Throws: ``Excess``, or what the two closures throw.
  mutating func read(
    _ found: [FoundFile], _ extent: ReadingPlan.Extent, size: (FoundFile) throws -> Int,
    contents: ([FoundFile]) throws -> [FileText]
  ) throws {
    let found = found.filter { !Layout.isOriginal($0.path) }
    var plan = ReadingPlan(extent)
    while let next = plan.next(of: found, after: files) { try read(next, size, contents) }
  }

  private mutating func read(
    _ found: [FoundFile], _ size: (FoundFile) throws -> Int,
    _ contents: ([FoundFile]) throws -> [FileText]
  ) throws {
    let refused = try refusedProposals(found, contents)
    var (usual, last): ([FoundFile], [String: [FoundFile]]) = ([], [:])
    for file in found {
      if !refused.isEmpty, let start = PortfolioReader.start(of: file.path), refused[start] != nil {
        last[start, default: []].append(file)
      } else if files[file.path] == nil {
        usual.append(file)
      }
    }
    try read(usual, contents)
    left = min(left, refusedLimit)
    for (start, members) in last.sorted(by: { $0.key.precedesBytewise($1.key) }) {
      guard let status = refused[start] else { continue }
      let unread = members.filter { files[$0.path] == nil }
      var room = left
      for file in unread { room -= min(try size(file), Layout.limit(of: file.path)) }
      if room >= 0 {
        try read(unread, contents)
      } else {
        for file in members { files[file.path] = .leftOut(status) }
      }
    }
  }

  /// Reads the states, and returns the proposals whose first line says that they are rejected or
  /// withdrawn, by the beginnings of their paths.
  private mutating func refusedProposals(
    _ found: [FoundFile], _ contents: ([FoundFile]) throws -> [FileText]
  ) throws -> [String: ProposalStatus] {
    let states = found.filter { file in
      guard file.path.utf8.starts(with: Layout.proposalsStart.utf8),
        file.path.hasSuffix(Layout.stateName), case .state = Layout.role(of: file.path)
      else { return false }
      return true
    }
    try read(states, contents)
    var refused: [String: ProposalStatus] = [:]
    for file in states {
      guard let start = PortfolioReader.start(of: file.path) else { continue }
      let text = files.bytes(file.path) ?? []
      refused[start] = [.rejected, .withdrawn].first {
        text.starts(with: "status: \($0.rawValue)\n".utf8)
      }
    }
    return refused
  }

  private mutating func read(
    _ found: [FoundFile], _ contents: ([FoundFile]) throws -> [FileText]
  ) throws {
    var known = Parallel.map(found) { [earlier] share in
      share.map { file -> FileText? in
        switch file.source {
        case .tree(let stored):
          earlier?.text(of: stored, at: file.path)
        case .disk: nil
        case .known(let content): FileText(content)
        }
      }
    }
    let unread = found.indices.filter { known[$0] == nil }
    for (index, text) in zip(unread, try contents(unread.map { found[$0] })) {
      known[index] = text
    }
    files.reserve(found.count)
    for (file, text) in zip(found, known) {
      guard let text else { preconditionFailure("each file was read") }
      files.store(text, at: file.path, as: file.source.entry)
      left -= text.cost
      guard left >= 0 else {
        throw Excess(
          folder: PortfolioReader.top(of: file.path),
          detail: "more than \(Limits.inWords(Limits.revision)) of text")
      }
    }
  }

  /// Runs work on a folder; where a limit is exceeded, the error names that folder.
  static func limited<Result>(to folder: String, _ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let problem as RepositoryProblem where problem.kind == .oversizedReading {
      throw Excess(folder: folder, detail: problem.detail)
    }
  }

  static func top(of path: String) -> String {
    String(Substring(path.utf8.prefix { $0 != UInt8(ascii: "/") }))
  }

  /// The first two steps of a path, where there is a third: the folder of a proposal.
  private static func start(of path: String) -> String? {
    let steps = path.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2)
    return steps.count == 3 ? steps[..<2].map { String(Substring($0)) }.joined(separator: "/") : nil
  }
}
