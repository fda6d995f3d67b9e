extension RuleID {
  /// Of proposals and their changes.
  var proposalGuidance: RuleGuidance? {
    switch self {
    case .duplicateProposalNumber:
      RuleGuidance(
        "0003-a and 0003-b", "give one another number: \(run: .renumber(nil)), or \(run: .sync)")
    case .repeatedProposal:
      RuleGuidance("a folder that was copied", "take the copy away, or change what it proposes")
    case .proposalIncomplete:
      RuleGuidance(
        "an open proposal without evidence", "add what is missing: \(run: .propose(.update(3)))")
    case .invalidState:
      RuleGuidance(
        "status: accepted, and no date of it", "leave state.yml to the verbs: take it back")
    case .unknownSubject:
      RuleGuidance("a change of a standard that is not there", "use an id of the portfolio")
    case .subjectExists:
      RuleGuidance("an added standard that is there", "change it instead, or choose another id")
    case .unsupportedChange:
      RuleGuidance("confirm: on a use case", "say what the message says that the subject takes")
    case .unknownField:
      RuleGuidance("field: adoptoin", "use the name that the message offers")
    case .unknownPlace:
      RuleGuidance("place: {before: ID} of another group", "name a standard of the same group")
    case .staleChange:
      RuleGuidance(
        "from: low, where it is moderate by now", "take the present values: \(run: .refresh(3))")
    case .changeWithoutEffect:
      RuleGuidance("to: low, where it is low", "drop the change")
    case .overlappingChanges:
      RuleGuidance("one field set twice", "keep the change that is meant")
    case .natureExceeded:
      RuleGuidance("nature: editorial with a new rating", "leave nature out, and it is judged")
    case .moveNotListed:
      RuleGuidance("legacy to preferred", "say why: \(option: .exception)")
    case .exceptionUnneeded:
      RuleGuidance("an exception for a usual move", "leave the exception out")
    case .confirmationWithoutReview:
      RuleGuidance(
        "a confirmed override with its old date", "give a later one: \(option: .reviewBy)")
    case .regionalWithoutCombined:
      RuleGuidance("regions: {us: high} alone", "add the level of all regions: combined")
    case .unknownProposal:
      RuleGuidance("after: [99]", "name a proposal that is there")
    case .dependencyRefused:
      RuleGuidance("after: [2], which was rejected", "drop it from after, or withdraw this one too")
    case .dependencyCycle:
      RuleGuidance("2 after 3, and 3 after 2", "drop one of both")
    case .proposalsConflict:
      RuleGuidance("2 and 3 set one field", "decide on one; the other becomes stale")
    case .validOnlyApart:
      RuleGuidance("2 delists what 3 builds on", "decide on one, or change the other")
    case .conflictsUnknown:
      RuleGuidance("dozens of proposals on one standard", "close those that are settled")
    case .inexpressibleEdit:
      RuleGuidance("an id changed in place", "take the edit back, and use the verb that is named")
    default: nil
    }
  }

  /// Of the committee, reviews and ballots.
  var reviewGuidance: RuleGuidance? {
    switch self {
    case .misnamedReview:
      RuleGuidance(
        "a review under another's name",
        "take the file back, and review anew: \(run: .review(nil, nil))")
    case .unknownReviewer:
      RuleGuidance("a review by who is no member", "list them in committee.yml, by a proposal")
    case .lapsedReview:
      RuleGuidance(
        "the text changed after the approval", "read it, and review anew: \(run: .review(nil, nil))"
      )
    case .ownReview:
      RuleGuidance("Ada approves what Ada proposed", "let someone else review it")
    case .reviewDatedAhead:
      RuleGuidance("a review of next week", "review anew today")
    case .memberRepeated:
      RuleGuidance("two members with one address", "keep one of the entries")
    case .memberKeyMalformed:
      RuleGuidance("keys: [AAAA…]", "take the first two words of the .pub file")
    case .memberKeyShared:
      RuleGuidance("one key for two members", "let each have a key of their own")
    case .bodyRepeated:
      RuleGuidance("two bodies with one id", "keep one of the entries")
    case .bodyVoterUnknown:
      RuleGuidance("voter: nobody", "name a member by their id")
    case .ballotBodyUnknown:
      RuleGuidance("must-vote: [atlantis]", "name a body that committee.yml lists")
    case .reviewSignatureMissing:
      RuleGuidance(
        "an unsigned approval where signed ones count",
        "sign it: \(run: .review(nil, .approveSigned))")
    case .reviewSignatureInvalid:
      RuleGuidance(
        "a signed review that was edited", "review anew: \(run: .review(nil, .approveSigned))")
    case .reviewSignatureUnchecked:
      RuleGuidance("no ssh-keygen on this machine", "install it: \(install: .openSSHClient)")
    case .signedReviewsUnreachable:
      RuleGuidance("signed reviews required, and one key", "add keys to committee.yml first")
    case .reviewDeleted:
      RuleGuidance(
        "an objection that was deleted", "bring the file back; its author may review anew")
    case .reviewRestored:
      RuleGuidance("an old approval over a later objection", "bring the later review back")
    case .reviewReassigned:
      RuleGuidance("another reviewer in a review's file", "bring the file back; each reviews anew")
    case .objectionReplaced:
      RuleGuidance("an approval over a signed objection", "let its author sign the new review")
    case .reviewNotTheirs:
      RuleGuidance("Ada commits a review by Rune", "let Rune review: \(run: .review(nil, nil))")
    case .closingNotAllowed:
      RuleGuidance(
        "a member rejects a proposal", "let the chair reject it, or its proposer withdraw it")
    case .resolutionNotAllowed:
      RuleGuidance(
        "an editor settles an objection", "let the chair settle it, or its author review anew")
    case .closedProposalChanged:
      RuleGuidance(
        "an accepted text that was edited", "take the edit back; propose the change anew")
    case .surveyInconsistent:
      RuleGuidance(
        "an answer on a standard that was not asked for",
        "leave a survey's files to the verbs: take them back")
    case .ballotInconsistent:
      RuleGuidance(
        "a reply of a body that does not vote",
        "leave a ballot's files to the verbs: take them back")
    case .ballotedProposalChanged:
      RuleGuidance(
        "a text edited while it is voted on", "take the edit back until voting has ended")
    case .ballotResultDiffers:
      RuleGuidance("a result that was edited", "take the edit back, and count again")
    default: nil
    }
  }
}
