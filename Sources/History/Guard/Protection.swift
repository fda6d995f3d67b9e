import Git
import PortfolioModel

/// The branches that the server's own configuration protects; a push can't change them.
package struct Protection: Sendable {
  /// Full names; one that ends in `*` stands for all names with that beginning.
  package let patterns: [String]

  package init(_ patterns: [String]) { self.patterns = patterns }

  func covers(_ name: String) -> Bool {
    patterns.contains { pattern in
      pattern.hasSuffix("*")
        ? name.hasPrefix(String(pattern.dropLast())) : pattern.hasSameBytes(as: name)
    }
  }

  /// The pattern, or the branch protected by one, that some file systems can't tell from a name,
  /// whether that name is protected itself or not; nil where there is none.
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

  /// The patterns that match none of the branches.
  package func unmatched(by branches: [String]) -> [String] {
    patterns.filter { pattern in
      !branches.contains {
        pattern.hasSuffix("*")
          ? $0.hasPrefix(String(pattern.dropLast())) : pattern.hasSameBytes(as: $0)
      }
    }
  }
}
