import Git
import PortfolioModel

extension Workspace {
  /// The command by which a user commits files, and nothing else that is staged.
  ///
  /// It can be typed where the user is: the paths start there, or the command says where to go.
  func commitCommand(_ paths: [String], _ surroundings: Surroundings) -> String {
    let place = root == surroundings.directory ? "" : " -C \((root ?? ".").shellWord)"
    let words = paths.map(\.shellWord).joined(separator: " ")
    return "git\(place) add -- \(words) && git\(place) commit -- \(words)"
  }

  /// Takes a step in the life of a proposal.
  ///
  /// Where it was taken before and its files were never committed, as an earlier run may have left
  /// them, the refusal says so.
  package func explaining<Outcome>(
    _ number: Int, _ surroundings: Surroundings, _ step: () throws -> Outcome
  ) throws -> Outcome {
    do {
      return try step()
    } catch let refusal as Refusal where refusal.kind == .done {
      let paths = try uncommitted(number)
      guard !paths.isEmpty else { throw refusal }
      throw Refusal(
        .done, "\(refusal.message)\nits files are written and not committed",
        help: ["commit them by git: \(commitCommand(paths, surroundings))"])
    }
  }

  /// The files of a proposal that differ from the last commit, below the prefix.
  private func uncommitted(_ number: Int) throws(Refusal) -> [String] {
    guard isInRepository, root != nil, let tip = try baseID().flatMap({ ObjectID(hex: $0) })
    else { return [] }
    let (old, new) = (try files(of: tip), try snapshot(.worktree).files)
    return Set(old.paths).union(new.paths).filter { path in
      let steps = path.split(separator: "/")
      return steps.count > 2 && steps[0] == Layout.proposalsFolder
        && Proposal.number(ofFolder: String(steps[1])) == number && old[path] != new[path]
    }.sorted { $0.precedesBytewise($1) }
  }
}

extension String {
  /// The text as one word of a shell, quoted where it has to be.
  var shellWord: String {
    let isPlain = utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "-")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "_")
    }
    guard !isPlain || isEmpty else { return self }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
      + "'"
  }
}
