import Git
import PortfolioModel

/// Which branches the server's own configuration protects; nothing that is pushed has a say.
package struct Protection: Sendable {
  /// Full names; one that ends in `*` stands for all that begin so.
  package let patterns: [String]

  package init(_ patterns: [String]) { self.patterns = patterns }

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
