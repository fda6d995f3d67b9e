package import PortfolioModel

extension Layout {
  /// A file in the folder of a survey.
  package enum SurveyFile: Hashable, Sendable {
    case survey
    /// What came from an expert in a round; the stem is the pseudonym.
    case response(round: Int, expert: String)
  }

  static let surveysStart = proposalsStart + "surveys/"

  /// The start of the paths of all files of a survey.
  package static func surveyStart(_ survey: Identifier) -> String { "\(surveysStart)\(survey)/" }

  package static func path(of file: SurveyFile, of survey: Identifier) -> String {
    let start = surveyStart(survey)
    return switch file {
    case .survey: start + "survey.yml"
    case .response(let round, let expert): "\(start)responses/\(round)/\(expert).yml"
    }
  }

  /// The kind of file by the steps of its path below the folder of all surveys.
  static func role(ofSurveyFile steps: ArraySlice<String>) -> Role {
    guard let id = steps.first, Identifier(id) != nil else { return .unexpected }
    let rest = Array(steps.dropFirst())
    if rest.count == 1, rest[0] == "survey.yml" { return .survey(id, .survey) }
    guard rest.count == 3, rest[0] == "responses", let round = Int(rest[1]), round > 0,
      String(round).hasSameBytes(as: rest[1]), let expert = stem(of: rest[2])
    else { return .unexpected }
    return .survey(id, .response(round: round, expert: expert))
  }
}

extension Layout.SurveyFile {
  /// The kind of file.
  var kind: Layout.Kind {
    switch self {
    case .survey: .survey
    case .response: .response
    }
  }
}
