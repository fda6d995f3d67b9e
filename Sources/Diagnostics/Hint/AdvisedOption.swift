/// An option of this tool that a hint names.
package enum AdvisedOption: CaseIterable, Sendable {
  case add, asOf, because, clause, comment, confirm, continues, delist, dropOverride, dropRegions,
    exception, explainMove
  case fromWorktree, insert, key, noGpgSign, noSign, noVerify, notes, open, origin, overrideID,
    rationale,
    reason, replacedBy
  case repository, reviewBy, revision, set, text, title, transitions
}
