/// The closed word lists of the files.
extension Vocabulary {
  package static let group = Vocabulary("group", of: Group.self)
  package static let category = Vocabulary("category", of: Category.self)
  package static let factor = Vocabulary("factor", of: Factor.self)
  package static let tableColumn = Vocabulary("column of a table", of: TableColumn.self)
  /// What a change can confirm: a factor of a standard, or a ledger entry.
  package static let confirmable = Vocabulary(
    "factor", factor.words + [SubjectKind.override.rawValue])
  package static let trend = Vocabulary("trend", of: Trend.self)
  package static let level = Vocabulary("level", of: Level.self)
  package static let opinion = Vocabulary("answer", level.words + [SurveyAnswer.noOpinion])
  package static let certainty = Vocabulary("certainty", of: SurveyAnswer.Certainty.self)
  package static let relation = Vocabulary("relation", of: RelationKind.self)
  package static let overrideKind = Vocabulary("kind of override", of: OverrideKind.self)
  package static let holdGround = Vocabulary("ground of a hold", of: Override.Hold.Ground.self)
  package static let condition = Vocabulary("condition", of: Condition.self)
  package static let regionalCounting = Vocabulary("regional counting", of: RegionalCounting.self)
  package static let moveOrigin = Vocabulary("start of a move", of: MoveOrigin.self)
  package static let moveTarget = Vocabulary("target of a move", of: MoveTarget.self)
  package static let moveCondition = Vocabulary("condition of a move", of: MoveCondition.self)
  package static let ballotNeed = Vocabulary("ballot rule", of: BallotNeed.self)
  package static let electorate = Vocabulary("part of the bodies", of: BallotRule.Electorate.self)
  package static let leftOut = Vocabulary("kind of vote", of: BallotRule.LeftOut.self)
  package static let granularity = Vocabulary("way to vote", of: Ballot.Granularity.self)
  package static let vote = Vocabulary("vote", of: Vote.self)
  package static let commentKind = Vocabulary("type of comment", of: Comment.Kind.self)
  package static let answer = Vocabulary("disposition", of: Disposition.Answer.self)
  package static let negativeReason = Vocabulary("judgement of a reason", of: NegativeReason.self)
  package static let satisfaction = Vocabulary(
    "word of a commenter", of: Satisfaction.Word.self)
  package static let tallyVerdict = Vocabulary("verdict of a ballot", of: Tally.Verdict.self)
  package static let bodyStatus = Vocabulary("status of a body", of: Committee.Body.Status.self)
  package static let stage = Vocabulary("stage", of: Edition.Stage.self)
  package static let editionKind = Vocabulary("kind of edition", of: Edition.Kind.self)
  package static let nature = Vocabulary("nature of a proposal", of: Nature.self)
  package static let evidenceKind = Vocabulary("kind of evidence", of: EvidenceKind.self)
  package static let status = Vocabulary("status", of: ProposalStatus.self)
  package static let verdict = Vocabulary("verdict of a review", of: ReviewVerdict.self)
  package static let role = Vocabulary("role of a member", of: MemberRole.self)
  package static let interoperability = Vocabulary(
    "kind of interoperability", ["semantic", "technical", "functional"])

  /// The levels that a rating of the factor may have.
  package static func levels(of factor: Factor) -> Vocabulary {
    Vocabulary("level of \(factor.phrase)", factor.levels.map(\.rawValue))
  }
}
