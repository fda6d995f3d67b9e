extension RuleID {
  /// The severity that a finding of the rule has unless the place that raises it says otherwise.
  package var severity: Severity {
    switch self {
    case .expectedCriterionMissed, .standardDue, .standardHeld, .overrideUnneeded, .holdUnneeded,
      .overrideWithoutGround,
      .ratedAboveBase, .buildsOnLegacy, .successorNotListed, .useCaseNamesLegacy,
      .useCaseNamesEmerging,
      .useCaseNamesDelisted, .useCaseAmbiguous, .standardsWithoutUseCase, .proseLeftBehind,
      .exceptionUnneeded, .lapsedReview, .overlappingRegions, .refusedProposalUnread:
      .note
    case .duplicateName, .namesDelistedStandard, .overridePastReview, .overrideAsPublished,
      .overrideLapsed,
      .proposalsConflict, .validOnlyApart, .conflictsUnknown, .unknownReviewer, .ownReview,
      .reviewSignatureMissing, .reviewSignatureUnchecked:
      .warning
    default:
      .error
    }
  }
}
