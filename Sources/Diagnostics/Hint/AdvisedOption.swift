/// An option of this tool that a hint names.
package enum AdvisedOption: CaseIterable, Sendable {
  case asOf, because, comment, confirm, continues, delist, dropRegions, exception, fromWorktree
  case insert, key, noGpgSign, noSign, noVerify, open, overrideID, rationale, reason, replacedBy
  case repository, reviewBy, revision, set, text, title, transitions
}
