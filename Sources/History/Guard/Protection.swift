import Diagnostics
package import Git
import PortfolioModel

/// Which branches the server's own configuration protects; nothing that is pushed has a say.
package struct Protection {
  static let key = "rspmaint.protect"

  /// Full names; one that ends in `*` stands for all that begin so.
  package let patterns: [String]

  /// `rspmaint.protect`, as often as it is set, else the branch that HEAD is on.
  ///
  /// - Throws: `Refusal` where a value could protect nothing at all.
  package init(_ repository: borrowing Repository) throws {
    let given = try repository.strings(forKey: Protection.key)
    guard given.isEmpty else {
      patterns = try given.map(Protection.pattern)
      return
    }
    switch try repository.head() {
    case .branch(let name, _), .unborn(let name): patterns = [name]
    case .detached:
      throw Refusal(
        .refused, "HEAD of this repository is on no branch, so that none is known to be protected",
        help: ["on the server: git config --add \(Protection.key) BRANCH"])
    }
  }

  private static func pattern(_ value: String) throws(Refusal) -> String {
    let full = value.hasPrefix("refs/") ? value : "refs/heads/" + value
    let example = full.hasSuffix("*") ? full.dropLast() + "x" : full
    guard full.hasPrefix("refs/heads/"), Repository.isReferenceName(example) else {
      throw Refusal(
        .refused, "'\(value)' in \(key) is no name of a branch, and would protect nothing",
        help: [
          "one branch a value, or all that begin alike by a '*' at its end: "
            + "git config --add \(key) 'release/*'",
          "what is set: git config --get-all \(key)",
        ])
    }
    return full
  }

  func covers(_ name: String) -> Bool {
    patterns.contains { pattern in
      pattern.hasSuffix("*")
        ? name.hasPrefix(String(pattern.dropLast())) : pattern.hasSameBytes(as: name)
    }
  }

  /// What of the patterns, and of some branches that they protect, would be the same as a name that
  /// they don't protect, or as another protected one, on file systems that tell fewer names apart.
  func twin(of name: String, among branches: [String]) -> String? {
    let folded = FoldedName(name)
    let twin = (patterns + branches.filter(covers)).first { other in
      other.hasSuffix("*")
        ? !covers(name) && folded.hasPrefix(FoldedName(String(other.dropLast())))
        : !other.hasSameBytes(as: name) && folded == FoldedName(other)
    }
    return twin
  }

  /// The patterns as people write them.
  var shortNames: String { patterns.map { PushedReference.shortName(of: $0) }.listed }

  /// The patterns that none of some branches has.
  package func unmatched(by branches: [String]) -> [String] {
    patterns.filter { pattern in
      !branches.contains {
        pattern.hasSuffix("*")
          ? $0.hasPrefix(String(pattern.dropLast())) : pattern.hasSameBytes(as: $0)
      }
    }
  }
}
