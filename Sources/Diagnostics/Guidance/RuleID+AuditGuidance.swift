extension RuleID {
  /// Of the history. What was committed stays so: what is not shared yet is made anew, what is shared
  /// is reverted by a commit, and done again by the verbs.
  var auditGuidance: RuleGuidance? {
    switch self {
    case .auditTrailerMissing:
      RuleGuidance("a record edited and committed by git", "revert it, and propose the change")
    case .auditTrailerDoubled:
      RuleGuidance("two commits squashed into one", "merge branches without squashing them")
    case .auditTrailerMalformed:
      RuleGuidance("RSP-Proposal: three", "leave the trailers of messages as the tool writes them")
    case .auditTrailerUnfounded:
      RuleGuidance("a trailer on an empty commit", "take the trailer out of the message")
    case .auditReviewersDiffer:
      RuleGuidance("Reviewed-by: who did not", "accept it anew: \(run: .commit(nil))")
    case .auditProposalUnknown:
      RuleGuidance("a number that no proposal had", "propose the change, and accept that")
    case .auditProposalSmuggled:
      RuleGuidance(
        "a text edited in the commit that accepts it",
        "save first, have it reviewed, then accept it")
    case .auditProposalNotOpen:
      RuleGuidance("a draft that was accepted", "open it, have it reviewed, then accept it")
    case .auditProposalInvalid:
      RuleGuidance(
        "a stale proposal that was accepted", "refresh it, have it reviewed, then accept it")
    case .auditNotReviewed:
      RuleGuidance(
        "one approval where two are needed", "revert it, have it reviewed, then accept it")
    case .auditReplayDiffers:
      RuleGuidance("an accepted record with one word more", "revert that, and propose the word")
    case .auditChangeSmuggled:
      RuleGuidance("a second record in the commit", "revert that, and propose it")
    case .auditChangelogDiffers:
      RuleGuidance(
        "a commit with an edited changelog", "let the tool write it: \(run: .writeChangelog)")
    case .auditMergeDishonest:
      RuleGuidance(
        "a merge in which both sides changed records",
        "accept the proposals again on the merged branch")
    case .auditForeignFile:
      RuleGuidance("a link among the records", "take it away by a commit")
    case .auditBallotOpen:
      RuleGuidance("accepted while it was voted on", "close the ballot, which accepts it")
    case .auditBallotMissing:
      RuleGuidance("accepted without the ballot that it needs", "revert it, and put it to vote")
    case .auditBallotForged:
      RuleGuidance("a vote edited by hand", "revert that, and take the reply by the verb")
    case .auditSurveyForged:
      RuleGuidance("an answer edited by hand", "revert that, and take the answer by the verb")
    case .auditEditionForged:
      RuleGuidance("a tag put on another commit", "delete the tag, and let the verb make it")
    case .auditCorrectionForged:
      RuleGuidance(
        "a correction that changes more", "revert it: \(run: .correct(nil)) adds one line")
    case .auditCommitMalformed:
      RuleGuidance("a commit made by a faulty program", "make its changes anew by the verbs")
    case .auditDatedAhead:
      RuleGuidance("a clock that is a month ahead", "set the clock, and make the commit anew")
    case .auditUnreadable:
      RuleGuidance("a clone without its older commits", "fetch them: \(git: .fetchHistory)")
    default: nil
    }
  }
}
