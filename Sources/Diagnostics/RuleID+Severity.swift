extension RuleID {
  /// The severity of the rule's findings, unless the code that reports one gives another.
  package var severity: Severity {
    switch self {
    case .expectedCriterionMissed, .standardDue, .standardHeld, .overrideUnneeded, .holdUnneeded,
      .overrideWithoutGround,
      .ratedAboveBase, .buildsOnLegacy, .successorNotListed, .useCaseNamesLegacy,
      .useCaseNamesEmerging,
      .useCaseNamesDelisted, .useCaseAmbiguous, .standardsWithoutUseCase, .formalNameShared,
      .proseLeftBehind,
      .exceptionUnneeded, .lapsedReview, .overlappingRegions, .refusedProposalUnread:
      .note
    case .duplicateName, .namesDelistedStandard, .overridePastReview, .overrideAsPublished,
      .overrideLapsed, .regionalWithoutCombined, .proposalsConflict, .validOnlyApart,
      .conflictsUnknown, .unknownReviewer, .ownReview,
      .reviewSignatureMissing, .reviewSignatureUnchecked:
      .warning
    default:
      .error
    }
  }
}
