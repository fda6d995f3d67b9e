import Git
import PortfolioModel

/// The attributes with which git would write other bytes than it was given, or merge by a program.
enum HarmfulAttribute: String, CaseIterable {
  case filter, ident, merge
  case encoding = "working-tree-encoding"

  /// Paths that records may have which are not there yet.
  static let examples =
    Category.allCases.map { "Portfolio/standards/\($0.rawValue)/example.yml" } + [
      Layout.portfolioFile, Layout.criteriaFile, Layout.committeeFile, Layout.changelogFile,
      "Portfolio/delisted/example.yml", "Portfolio/overrides/example.yml",
      "Portfolio/use-cases/example.yml", "Proposals/0001-example/proposal.yml",
      "Proposals/0001-example/state.yml", "Proposals/0001-example/reviews/example.yml",
    ]

  func isHarmful(_ value: AttributeValue) -> Bool {
    switch value {
    case .unspecified, .unset: false
    // To merge as text, which is what git does anyway.
    case .set: self != .merge
    case .text(let text): self != .merge || !["text", "binary"].contains(text)
    }
  }
}

extension Workspace {
  /// Refuses where git is in the middle of a merge, a rebase or the like.
  func refuseUnfinished() throws(Refusal) {
    guard let operation = try withRepository({ $0.unfinishedOperation }) else { return }
    throw Refusal(
      .refused, "\(operation) is under way in this repository",
      help: ["finish it, or give it up: 'git status' says how"])
  }

  /// Refuses where an attribute would let git change one of the files, or one that a record may
  /// have, on its way to or from the worktree.
  func refuseAttributes(_ paths: [String]) throws(Refusal) {
    let paths = paths + HarmfulAttribute.examples.map { prefix + $0 }
    let found = try withRepository { repository in
      for attribute in HarmfulAttribute.allCases {
        for path in paths {
          let value = try repository.attribute(attribute.rawValue, ofWorktreePath: path)
          if attribute.isHarmful(value) { return Optional((attribute.rawValue, path)) }
        }
      }
      return nil
    }
    guard let (name, path) = found else { return }
    throw Refusal(
      .refused,
      "git's attributes set '\(name)' on \(path), and git would not keep the file as it is written",
      help: [
        "take it off Portfolio/ and Proposals/ in .gitattributes, in .git/info/attributes, or in the "
          + "file that 'git config core.attributesFile' names",
        "see what counts: \(gitAtTop) check-attr \(name) -- \(Typed.word(path))",
      ])
  }
}
