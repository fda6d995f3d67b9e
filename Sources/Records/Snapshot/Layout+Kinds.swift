package import PortfolioModel

extension Layout {
  /// A kind of file that has fields, by the name that a user types; `Kind.allCases` is the one list
  /// of them.
  package enum Kind: String, CaseIterable, Sendable {
    case portfolio, criteria, committee, record, delisted, override
    case useCase = "use-case"
    case proposal, state, review
    case ballot
    case ballotResult = "ballot-result"
    case receipts, replies, dispositions
    case survey, response
  }
}

extension Layout.Kind {
  /// The fields of such a file.
  package var schema: Schema {
    switch self {
    case .portfolio: .portfolio
    case .criteria: .criteria
    case .committee: .committee
    case .record: .standard
    case .delisted: .delisted
    case .override: .override
    case .useCase: .useCase
    case .proposal: .proposal
    case .state: .state
    case .review: .review
    case .ballot: .ballot
    case .ballotResult: .ballotResult
    case .receipts: .receipts
    case .replies: .replies
    case .dispositions: .dispositions
    case .survey: .survey
    case .response: .response
    }
  }

  /// The paths of such files below the folder that holds the portfolio; `*` stands for any name
  /// without a slash.
  package var pattern: String {
    switch self {
    case .portfolio: Layout.portfolioFile
    case .criteria: Layout.criteriaFile
    case .committee: Layout.committeeFile
    case .record: Layout.standardsStart + "*/*.yml"
    case .delisted: Layout.portfolioStart + "delisted/*.yml"
    case .override: Layout.overridesStart + "*.yml"
    case .useCase: Layout.portfolioStart + "use-cases/*.yml"
    case .proposal: Layout.proposalFile("*")
    case .state: Layout.stateFile("*")
    case .review: Layout.reviewFile("*", "*")
    case .ballot: Layout.ballotsStart + "*/ballot.yml"
    case .ballotResult: Layout.ballotsStart + "*/result.yml"
    case .receipts: Layout.ballotsStart + "*/receipts/*.yml"
    case .replies: Layout.ballotsStart + "*/replies/*.yml"
    case .dispositions: Layout.ballotsStart + "*/dispositions/*.yml"
    case .survey: Layout.surveysStart + "*/survey.yml"
    case .response: Layout.surveysStart + "*/responses/*/*.yml"
    }
  }
}

extension Layout.Role {
  /// The kind of file, or nil where it is not a record.
  package var kind: Layout.Kind? {
    switch self {
    case .portfolio: .portfolio
    case .criteria: .criteria
    case .committee: .committee
    case .standard: .record
    case .delisted: .delisted
    case .override: .override
    case .useCase: .useCase
    case .proposal: .proposal
    case .state: .state
    case .review: .review
    case .ballot(_, let file): file.kind
    case .survey(_, let file): file.kind
    case .changelog, .unexpected: nil
    }
  }

  /// The schema of a file of this kind, or nil where it is not a record.
  var schema: Schema? { kind?.schema }
}

extension Layout.BallotFile {
  /// The kind of file, or nil where it is not a record.
  var kind: Layout.Kind? {
    switch self {
    case .ballot: .ballot
    case .result: .ballotResult
    case .receipts: .receipts
    case .replies: .replies
    case .dispositions: .dispositions
    case .report, .unread: nil
    }
  }

  /// The schema of the file, or nil where it is not a record.
  var schema: Schema? { kind?.schema }
}
