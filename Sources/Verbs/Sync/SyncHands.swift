import Git
import PortfolioModel

/// Who syncs: only commits of these hands are made again, so that nobody becomes an own person of what
/// others wrote.
struct SyncHands {
  /// The addresses, in lower case, by which commits name their author and their committer.
  let author: String
  let committer: String

  /// Whether a commit is by them alone, and can be made again with all that it says.
  func made(_ commit: Commit) -> Bool {
    commit.parents.count == 1 && commit.faults.isEmpty
      && commit.author.email.asciiLowercased.hasSameBytes(as: author)
      && commit.committer.email.asciiLowercased.hasSameBytes(as: committer)
      // Of a message in another encoding, some is lost by reading.
      && !commit.message.unicodeScalars.contains("\u{FFFD}")
  }
}
