import Diagnostics
import PortfolioModel

extension SnapshotReader {
  /// The survey of a folder, or nil where the folder's name is no id.
  mutating func survey(_ name: String) -> SurveyEntry? {
    guard let id = Identifier(name) else { return nil }
    let path = Layout.path(of: .survey, of: id)
    if files[path] == nil {
      report(
        .missingFile, path, "the survey's folder has no survey.yml",
        "get it back where the history has it: \(gitLine: .restore([files.prefix + path]))")
    }
    var responses: [Int: [Identifier: SurveyResponse]] = [:]
    for (path, file) in surveyFiles[name, default: []] {
      guard case .response(let round, let stem) = file, let fields = records[path]?.fields else {
        continue
      }
      guard let expert = Identifier(stem) else {
        report(.invalidFileName, path, "'\(stem)' is not an id", Identifier.help(insteadOf: stem))
        continue
      }
      responses[round, default: [:]][expert] = SurveyResponse(fields)
    }
    return SurveyEntry(
      id: id, survey: records[path]?.fields.flatMap { Survey(id: id, fields: $0) },
      responses: responses)
  }
}
