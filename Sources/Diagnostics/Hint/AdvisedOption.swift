/// An option of this tool that a hint names.
package enum AdvisedOption: CaseIterable, Sendable {
  case add, asOf, because, body, carry, clause, closes, comment, confirm, continues, delist,
    dropOverride, dropRegions,
    exception, explainMove
  case fromWorktree, insert, keep, kept, key, noGpgSign, noSign, noVerify, notes, open, origin,
    overrideID,
    rationale,
    reason, replacedBy
  case repository, reviewBy, revision, sameAs, set, text, title, transitions, vote, voter
}
