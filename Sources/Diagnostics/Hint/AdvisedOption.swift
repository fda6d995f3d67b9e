/// An option of this tool that a hint names.
package enum AdvisedOption: CaseIterable, Sendable {
  case add, althoughTechnical, approved, asOf, because, body, carry, clause, closes, comment,
    confirm, continues,
    delist,
    domain, dropOverride, disapproved, dropRegions,
    exception, explainMove
  case factors
  case from, fromWorktree, id, insert, keep, kept, key, noGpgSign, noSign, noVerify, notes, open,
    origin, output, outputFile,
    overrideID,
    rationale,
    reason, reopened, replacedBy
  case repository, reviewBy, revision, sameAs, set, since, text, title, transitions, vote, voter
}
