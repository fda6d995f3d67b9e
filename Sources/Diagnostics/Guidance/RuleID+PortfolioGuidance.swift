extension RuleID {
  /// Of the portfolio as a whole.
  var portfolioGuidance: RuleGuidance? {
    switch self {
    case .duplicateStandard:
      RuleGuidance("one id in two categories", "give the newer one another id")
    case .duplicateName:
      RuleGuidance("brief-name: Codes in two records", "tell them apart by their names")
    case .formalNameShared:
      RuleGuidance("two parts of one standard", "nothing has to be done, if that is its name")
    case .unknownStandard:
      RuleGuidance("profiles: [exampel-codes]", "use an id of the portfolio: \(run: .verb(.list))")
    case .namesDelistedStandard:
      RuleGuidance("used-with: [old-codes], delisted in May", "name what replaced it, or drop it")
    case .selfRelation:
      RuleGuidance("extends: [example-codes] in example-codes", "name the other standard")
    case .noteWithoutRelation:
      RuleGuidance("a note on a relation that was dropped", "drop the note too")
    case .unknownReference:
      RuleGuidance("conforms-to: [Part 9]", "list it below references in portfolio.yml, or mend it")
    case .unknownRegion:
      RuleGuidance("regions: {atlantis: low}", "list it below regions in portfolio.yml, or mend it")
    case .unknownFacet:
      RuleGuidance(
        "facets: {colour: [blue]}", "list it below facets in portfolio.yml, or leave it out")
    case .overlappingRegions:
      RuleGuidance("regions: {europe: low, germany: high}", "rate the one or the other")
    case .unknownCategory:
      RuleGuidance("a folder standards/safety", "list it below categories in portfolio.yml")
    case .factorNotApplicable:
      RuleGuidance("a rating of tooling where none is assessed", "take the rating out")
    case .positionTie:
      RuleGuidance("position: 30 twice in a group", "give one the place that it should have")
    case .criterionMissed:
      RuleGuidance(
        "a preferred standard that is hardly used",
        "see what would help: \(run: .explain("ID")); then move it, or waive the criterion")
    case .expectedCriterionMissed:
      RuleGuidance("a legacy standard that few still use", "delist it, or hold it with a reason")
    case .standardDue:
      RuleGuidance(
        "an emerging standard that all use", "propose the move, or hold it with a reason")
    case .standardHeld:
      RuleGuidance("held until the next edition", "nothing has to be done before the hold ends")
    case .ratedAboveBase:
      RuleGuidance("a profile rated higher than its base", "look at both ratings again")
    case .buildsOnLegacy:
      RuleGuidance("a preferred profile of a legacy standard", "look whether it still is preferred")
    case .successorNotListed:
      RuleGuidance("superseded-by: [{external: New Codes}]", "propose to add the successor")
    case .successionCycle:
      RuleGuidance("a supersedes b, and b supersedes a", "drop the relation that is wrong")
    case .useCaseNamesLegacy:
      RuleGuidance("a row that rests on a legacy standard", "name its successor, if that serves")
    case .useCaseNamesEmerging:
      RuleGuidance(
        "a row that rests on an emerging standard", "nothing has to be done; it is a risk")
    case .useCaseNamesDelisted:
      RuleGuidance("a row that names a delisted standard", "name what replaced it")
    case .useCaseAmbiguous:
      RuleGuidance("a row named Codes, which two standards are", "name their ids below standards")
    case .standardsWithoutUseCase:
      RuleGuidance("standards that no row names", "add them to the use cases that they serve")
    case .proseLeftBehind:
      RuleGuidance("'still emerging' in a preferred record", "write the sentence anew")
    case .changelogOutdated:
      RuleGuidance("a changelog edited by hand", "let the tool write it: \(run: .writeChangelog)")
    case .editionInconsistent:
      RuleGuidance(
        "an edition numbered below the one before", "take the fields back to the last edition")
    default: nil
    }
  }

  /// Of the ledger.
  var ledgerGuidance: RuleGuidance? {
    switch self {
    case .overrideUnneeded:
      RuleGuidance(
        "a waiver of what is met by now", "drop it: \(run: .propose(.dropOverride("ID")))")
    case .overrideMoveNotMade:
      RuleGuidance(
        "a footnote on a move that is not proposed", "propose the move too, or drop the footnote")
    case .overrideUndercut:
      RuleGuidance(
        "waived at low, and rated pilot", "grant it for the new level, or move the standard")
    case .overrideUnknownStandard:
      RuleGuidance("waives: [{standard: exampel-codes, …}]", "use an id of the portfolio")
    case .overrideUnknownCriterion:
      RuleGuidance(
        "criterion: preferred.adoption", "use a name that \(run: .verb(.criteria)) prints")
    case .overrideWithoutLevel:
      RuleGuidance("a waived threshold without at:", "say the level that it allows, as at: low")
    case .overrideLevelOnCondition:
      RuleGuidance("at: low on a condition", "leave out the level")
    case .overridePastReview:
      RuleGuidance(
        "review-by: 2020-01-31",
        "keep it with a later date: \(run: .propose(.confirmOverride("ID"))); or drop it")
    case .overrideWithoutReview:
      RuleGuidance("an override without review-by:", "say when it is reviewed next")
    case .overrideWithoutGround:
      RuleGuidance("a waived condition without while:", "say on which relation it rests")
    case .overrideGroundOnThreshold:
      RuleGuidance("while: on a threshold", "leave it out")
    case .overrideLapsed:
      RuleGuidance("it rests on a successor that is gone", "drop it, or say on what it rests now")
    case .overrideAsPublished:
      RuleGuidance(
        "a row that the publication lists so", "ask the committee why, and write the reason")
    case .overrideSourceMissing:
      RuleGuidance("printed words without origin:", "say the publication and the clause")
    case .overrideSourceUnneeded:
      RuleGuidance("paraphrase: on the committee's own words", "leave it out")
    case .holdUnneeded:
      RuleGuidance(
        "a hold of a standard that is not due", "drop it: \(run: .propose(.dropOverride("ID")))")
    default: nil
    }
  }
}
