/// The rule that catches the opposite fault, or why there is none.
package enum Mirror: Hashable, Sendable {
  case rule(RuleID)
  case none(because: String)
}

extension RuleID {
  package var mirror: Mirror {
    switch self {
    case .missingFile: .rule(.unexpectedFile)
    case .unexpectedFile: .rule(.missingFile)
    case .missingKey: .rule(.unknownKey)
    case .unknownKey: .rule(.missingKey)
    case .factorNotApplicable: .rule(.missingKey)
    case .criterionMissed: .rule(.standardDue)
    case .standardDue: .rule(.criterionMissed)
    case .standardHeld: .rule(.holdUnneeded)
    case .holdUnneeded: .rule(.standardDue)
    case .expectedCriterionMissed:
      .none(because: "meeting an expectation needs no finding")
    case .overrideUnneeded: .rule(.criterionMissed)
    case .overrideMoveNotMade: .rule(.overrideUnneeded)
    case .overrideWithoutLevel: .rule(.overrideLevelOnCondition)
    case .overrideLevelOnCondition: .rule(.overrideWithoutLevel)
    case .overrideWithoutReview: .rule(.overridePastReview)
    case .overridePastReview: .rule(.overrideWithoutReview)
    case .overrideUndercut:
      .none(because: "a level above the granted one is covered, or makes the override unneeded")
    case .overrideSourceMissing: .rule(.overrideSourceUnneeded)
    case .overrideSourceUnneeded: .rule(.overrideSourceMissing)
    case .overrideWithoutGround: .rule(.overrideGroundOnThreshold)
    case .overrideGroundOnThreshold: .rule(.overrideWithoutGround)
    case .overrideLapsed: .rule(.overrideUnneeded)
    case .confirmationWithoutReview:
      .none(because: "a date of review may change without a confirmation")
    case .moveNotListed: .rule(.exceptionUnneeded)
    case .exceptionUnneeded: .rule(.moveNotListed)
    case .regionalWithoutCombined:
      .none(because: "a combined level beside those of regions is what 5.2.2 asks for")
    case .unknownSubject: .rule(.subjectExists)
    case .subjectExists: .rule(.unknownSubject)
    case .staleChange: .rule(.changeWithoutEffect)
    case .changeWithoutEffect: .rule(.staleChange)
    case .natureExceeded:
      .none(because: "a graver nature than needed only asks for more approvals")
    case .useCaseNamesLegacy, .useCaseNamesEmerging, .useCaseNamesDelisted, .useCaseAmbiguous:
      .rule(.standardsWithoutUseCase)
    case .standardsWithoutUseCase: .rule(.useCaseNamesDelisted)
    case .buildsOnLegacy, .ratedAboveBase:
      .none(because: "a base may be better than what is built on it")
    case .lapsedReview: .none(because: "a review that counts is status, not a finding")
    case .ownReview, .unknownReviewer:
      .none(because: "a review that counts is status, not a finding")
    case .reviewSignatureMissing:
      .none(because: "a signature that nothing requires is welcome")
    case .reviewSignatureInvalid, .reviewSignatureUnchecked:
      .none(because: "a valid signature is status, not a finding")
    case .reviewDeleted, .reviewRestored, .reviewReassigned, .objectionReplaced, .reviewNotTheirs:
      .none(because: "a later review by the same author is right")
    case .closingNotAllowed, .resolutionNotAllowed:
      .none(because: "nobody who may do it has to")
    case .reviewDatedAhead: .none(because: "a review waits as long as it has to")
    case .closedProposalChanged: .none(because: "an open proposal may change")
    case .signedReviewsUnreachable: .none(because: "more keys than needed are no fault")
    case .memberKeyMalformed: .none(because: "a value that fits has no opposite fault")
    case .memberKeyShared, .memberRepeated, .bodyRepeated:
      .none(because: "being the only one is right")
    case .bodyVoterUnknown: .none(because: "a member need not vote for a body")
    case .ballotBodyUnknown: .none(because: "a body need not vote")
    case .proposalsConflict: .rule(.validOnlyApart)
    case .validOnlyApart: .rule(.proposalsConflict)
    case .conflictsUnknown: .none(because: "few proposals at a time are judged together")
    case .dependencyRefused: .rule(.unknownProposal)
    case .unknownProposal: .rule(.dependencyRefused)
    case .unreadableFile, .notARegularFile, .oversizedFile, .invalidFileName, .newerFormat,
      .invalidUTF8, .byteOrderMark, .carriageReturn, .tabIndentation, .forbiddenCharacter,
      .yamlSyntax, .yamlComment, .yamlAnchor, .yamlAlias, .yamlTag, .yamlMergeKey,
      .yamlComplexKey, .multipleDocuments, .nestedTooDeeply, .tooManyItems, .notCanonical,
      .conflictMarkers:
      .none(because: "text is either in the one form or not")
    case .duplicateKey, .misplacedKey, .wrongType, .emptyValue, .unknownWord, .invalidIdentifier,
      .invalidNumber, .invalidDate, .invalidPerson, .invalidLink, .lineBreakInLine, .repeatedItem,
      .unsupportedChange, .unknownField, .unknownPlace, .overlappingChanges, .blankText:
      .none(because: "a value that fits has no opposite fault")
    case .duplicateStandard, .duplicateName, .formalNameShared, .positionTie,
      .duplicateProposalNumber,
      .repeatedProposal:
      .none(because: "being the only one is right")
    case .unknownStandard, .unknownReference, .unknownRegion, .unknownFacet, .unknownCategory,
      .overrideUnknownStandard, .overrideUnknownCriterion, .namesDelistedStandard,
      .noteWithoutRelation, .successorNotListed:
      .none(because: "an entry that nothing names is no fault")
    case .selfRelation, .successionCycle, .dependencyCycle, .overlappingRegions:
      .none(because: "relations that lead elsewhere are right")
    case .overrideAsPublished: .rule(.overrideUnneeded)
    case .proseLeftBehind: .none(because: "text owes no mention to any rating")
    case .proposalIncomplete: .none(because: "more evidence than needed is no fault")
    case .invalidState: .none(because: "a state that agrees with itself is right")
    case .misnamedReview: .none(because: "the name follows from the reviewer or does not")
    case .beyondLimit, .auditUnreadable, .refusedProposalUnread:
      .none(because: "what can be read again is right")
    case .moreFindings: .none(because: "findings that are shown need no count")
    case .editionInconsistent: .none(because: "editions that fit together are right")
    case .ballotInconsistent, .ballotResultDiffers, .auditBallotForged:
      .none(because: "what verbs wrote of a ballot fits together")
    case .surveyInconsistent, .auditSurveyForged:
      .none(because: "what verbs wrote of a survey fits together")
    case .ballotedProposalChanged: .none(because: "a proposal that no ballot holds may change")
    case .auditBallotOpen: .rule(.auditBallotMissing)
    case .auditBallotMissing: .rule(.auditBallotOpen)
    case .inexpressibleEdit: .none(because: "a proposal holds every edit that it can express")
    case .changelogOutdated: .none(because: "the file matches the accepted proposals or not")
    case .auditTrailerMissing:
      .rule(.auditTrailerUnfounded)
    case .auditTrailerDoubled, .auditTrailerUnfounded:
      .rule(.auditTrailerMissing)
    case .auditTrailerMalformed, .auditReviewersDiffer, .auditChangelogDiffers:
      .none(because: "a text is the one that follows from the proposals or not")
    case .auditProposalUnknown:
      .rule(.auditProposalSmuggled)
    case .auditProposalSmuggled:
      .rule(.auditProposalUnknown)
    case .auditProposalNotOpen, .auditProposalInvalid, .auditNotReviewed, .auditMergeDishonest,
      .auditForeignFile:
      .none(because: "a step that the rules allow is right")
    case .auditCorrectionForged:
      .none(because: "a correction is the one that the verb makes or not")
    case .auditEditionForged:
      .none(because: "an edition is the one that the verbs make or not")
    case .auditCommitMalformed: .none(because: "a commit that git itself writes is well-formed")
    case .auditDatedAhead: .none(because: "a day that has come is right")
    case .auditReplayDiffers:
      .rule(.auditChangeSmuggled)
    case .auditChangeSmuggled:
      .rule(.auditReplayDiffers)
    }
  }
}
