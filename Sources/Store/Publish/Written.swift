package import PortfolioModel

/// What became of the files that a verb had to write below `Proposals/`.
package struct Written: Sendable {
  package enum Ending: Hashable, Sendable {
    /// They are one commit, whose id is given as 40 hexadecimal digits.
    case saved(String)
    /// Nothing differs from what is saved.
    case unchanged
    /// They are written, and not saved, as was asked.
    case written
    /// They are written, and there is no history to save them in.
    case withoutHistory
    /// Nothing was written; they would have been saved, or not.
    case rehearsed(saves: Bool)
  }

  /// The texts, by path below the prefix; nil for a file that is removed.
  package let files: [(path: String, text: String?)]
  /// The paths of files that are kept as they came.
  package let originals: [String]
  package let message: SaveMessage
  package let ending: Ending

  package var isRehearsed: Bool {
    if case .rehearsed = ending { true } else { false }
  }
}
