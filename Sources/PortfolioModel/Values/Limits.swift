/// How much a portfolio may hold (design section 2). Every reader and writer uses these limits.
///
/// Each limit is checked when something is added, and never when something is closed, removed or
/// made smaller, so that a portfolio that is too large can always be made smaller.
package enum Limits {
  // MARK: - One file

  /// Bytes of a record: far more than any record has, but read in a moment.
  package static let record = 1 << 20
  /// Bytes of a `proposal.yml`: no reviewer reads more, and its changelog stays readable.
  package static let proposal = 128 << 10
  /// Bytes of `CHANGELOG.md`, which grows with every accepted proposal.
  package static let changelog = 16 << 20
  /// Bytes of a JSON report that `diff --since` reads, also a ballot's.
  package static let report = 8 << 20
  /// Bytes of a file that a ballot keeps as it came.
  package static let original = 5 << 20
  /// Items of one list; the longest real list, of waivers, has a dozen.
  package static let items = 2_000
  /// Fields of one mapping, which the format names or which are regions.
  package static let fields = 250
  /// Values of one file, so that reading it takes neither long nor much memory.
  package static let values = 50_000
  /// Nested lists and mappings.
  package static let depth = 16

  // MARK: - One proposal, one committee

  /// Bytes of a proposal's folder, including reviews and state.
  package static let proposalFolder = 512 << 10
  package static let approvals = 1_000
  package static let members = 1_000

  // MARK: - All together

  /// Bytes that are read of one revision: as many as a run reads from a repository without its
  /// history. Those of a file in its canonical form cost less, see ``canonical``.
  package static let revision = 32 << 20
  /// How many bytes of files in their canonical form cost as much as one of another: they are read
  /// straight from the bytes, and a federation of committees has a hundred thousand of such records.
  package static let canonical = 6
  /// Bytes of all unfinished proposals; people who may not accept proposals can't add more than
  /// these.
  package static let unfinished = 8 << 20
  /// Bytes to which verbs fill a revision, all in canonical form, without rejected and withdrawn
  /// proposals. The rest is left for closing, removing and settling.
  package static let filled = canonical * 24 << 20
  /// Bytes of rejected and withdrawn proposals that are read of one revision, so that enough of the
  /// budget is left for the rest and for the history.
  package static let refused = 8 << 20
  /// Files and folders that may be added below `Portfolio/` or `Proposals/`; git's trees are read
  /// up to 130,000.
  package static let files = 120_000
  /// Files and folders that are listed below one of the two in a worktree, as many as in a tree.
  package static let listed = 130_000
  /// Nested folders.
  package static let folders = 16

  // MARK: - What is generated

  /// Characters of a text that a line of the changelog or of a message quotes.
  package static let quoted = 240
  /// Characters of such a line.
  package static let line = 1_200

  /// A number of bytes in words: "1 MiB", "128 KiB".
  package static func inWords(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(bytes >> 10) KiB"
  }
}
