/// How much a portfolio may hold (design section 2): one place for every reader and writer.
///
/// Each limit is kept when something is added, and never when something is closed, taken away or made
/// smaller: a state that is too large can always be left again.
package enum Limits {
  // MARK: - One file

  /// Bytes of a record: far more than any is, and read in a moment.
  package static let record = 1 << 20
  /// Bytes of a `proposal.yml`: a reviewer reads no more, and its changelog stays readable.
  package static let proposal = 128 << 10
  /// Bytes of `CHANGELOG.md`, which grows with every accepted proposal.
  package static let changelog = 16 << 20
  /// Bytes of a report in JSON that `diff --since` reads, of a ballot too.
  package static let report = 8 << 20
  /// Items of one list: the longest real one, of waivers, has a dozen.
  package static let items = 2_000
  /// Fields of one mapping: these are named in the format, or are regions.
  package static let fields = 250
  /// Values of one file, so that reading it takes neither long nor much memory.
  package static let values = 50_000
  /// Lists and mappings in each other.
  package static let depth = 16

  // MARK: - One proposal, one committee

  /// Bytes of a proposal's folder, reviews and state included.
  package static let proposalFolder = 512 << 10
  package static let approvals = 1_000
  package static let members = 1_000

  // MARK: - All together

  /// Bytes that are read of one revision: as many as a run reads of a repository without its history.
  package static let revision = 32 << 20
  /// Bytes of all unfinished proposals: whoever has no right to accept can add no more than these.
  package static let unfinished = 8 << 20
  /// Bytes to which a revision is filled, rejected and withdrawn proposals left out: the rest is for
  /// what closing, taking away and settling write.
  package static let filled = 24 << 20
  /// Bytes of rejected and withdrawn proposals that are read of one revision: what a run may read of
  /// a repository is left for the rest, and for the history.
  package static let refused = 8 << 20
  /// Files and folders below one of the two folders to which these are filled; git's trees are read
  /// as far as 100,000.
  package static let files = 90_000
  /// Files and folders that are listed below one of the two in a worktree: as many as of a tree.
  package static let listed = 100_000
  /// Folders in each other, each of which is reached from the top.
  package static let folders = 16

  // MARK: - What is generated

  /// Characters of a text that a line of the changelog or of a message quotes.
  package static let quoted = 240
  /// Characters of such a line.
  package static let line = 1_200

  /// Bytes in words: "1 MiB", "128 KiB".
  package static func inWords(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes >> 10) KiB"
  }
}
