package import PortfolioModel

/// Where something is sealed until it may be shared: in the common git folder, outside of what is shared.
package struct SealPlace: Sendable {
  /// What things are sealed for: each has a folder of its own.
  package enum Matter: String, CaseIterable, Sendable {
    case ballots, surveys

    /// The start of the paths of all that is sealed for it, in the git folder.
    var start: String { "rspmaint/\(rawValue)/" }

    /// The verb that seals it.
    package var verb: String {
      switch self {
      case .ballots: "ballot"
      case .surveys: "survey"
      }
    }
  }

  let matter: Matter
  /// Below the folder of the matter: the id of the ballot or survey, then the sender's file.
  let file: String
  /// The start of the names under which another folder keeps it.
  let keptStart: String
  /// What a message calls it: "replies of 'de'".
  let words: String
  let schema: Schema

  var path: String { matter.start + file }

  /// The replies of a body to a ballot.
  package static func replies(of body: Identifier, to ballot: Identifier) -> SealPlace {
    SealPlace(
      matter: .ballots, file: "\(ballot)/\(body).yml", keptStart: "\(ballot)-\(body)-",
      words: "replies of '\(body)'", schema: .replies)
  }

  /// The answers of an expert in a round of a survey.
  package static func answers(
    of expert: Identifier, round: Int, in survey: Identifier
  ) -> SealPlace {
    SealPlace(
      matter: .surveys, file: "\(survey)/\(round)/\(expert).yml",
      keptStart: "\(survey)-\(round)-\(expert)-", words: "answers of '\(expert)'",
      schema: .sealedAnswers)
  }

  /// Who the experts of a survey are.
  package static func experts(of survey: Identifier) -> SealPlace {
    SealPlace(
      matter: .surveys, file: "\(survey)/experts.yml", keptStart: "\(survey)-experts-",
      words: "names of the experts of '\(survey)'", schema: .surveyExperts)
  }
}
