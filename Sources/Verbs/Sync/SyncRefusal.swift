import Diagnostics
import Git
import PortfolioModel
import Records

/// Commits that sync never makes again.
enum SyncRefusal {
  /// Why an own commit is not made again on what others shared; nil where it may be.
  static func neverAgain(
    _ commit: Commit, _ changes: [TreeChange], _ prefix: String, _ takingBack: Hint
  ) -> Refusal? {
    let lines = commit.message.asciiLowercased.split(separator: "\n")
    let isEdition = ["rsp-edition:", "rsp-correction:"].contains { key in
      lines.contains { $0.hasPrefix(key) }
    }
    let files = ["ballot.yml", "report.json", "result.yml"]
    let isBallot = changes.contains { change in
      guard change.path.hasPrefix(prefix),
        case .ballot = Layout.role(of: change.path.rest(after: prefix))
      else { return false }
      let steps = change.path.rest(after: prefix).split(separator: "/")
      return steps.count == 4 && files.contains(String(steps[3]))
    }
    let isSurvey = changes.contains { change in
      guard change.path.hasPrefix(prefix),
        case .survey(_, .survey) = Layout.role(of: change.path.rest(after: prefix))
      else { return false }
      return true
    }
    guard isEdition || isBallot || isSurvey else { return nil }
    let what =
      isBallot
      ? "a step of a ballot" : isSurvey ? "a step of a survey" : "an edition or a correction"
    return Refusal(
      .refused,
      "\(commit.inWords) is \(what), made "
        + "on what was shared then, and others have shared more since; nothing was changed",
      help: [takingBack, "then take the step again"])
  }
}
