import Diagnostics
import Verbs

/// What the start of a portfolio tells.
struct StartSummary {
  let sentences: [Hint]

  init(_ outcome: StartPortfolio.Outcome, of request: StartPortfolio.Request) {
    let commit = String(outcome.commit.prefix(10))
    var sentences: [Hint] = [
      "Made \(outcome.folder) with \(outcome.files.count.counted("file")), saved as \(commit) on "
        + "\(outcome.branch):"
    ]
    sentences += outcome.files.map { "  \($0)" }
    sentences += [
      "Audits start at this commit: \(run: .auditFrom(outcome.commit))",
      outcome.standards == 0
        ? "It holds no standard yet."
        : "It holds \(outcome.standards.counted("standard")) of the other portfolio, as they stand there.",
    ]
    if outcome.undecided > 0 {
      sentences.append(
        "Nobody has decided \(outcome.undecided.counted("level")) of its criteria yet; README.md says "
          + "how to.")
    }
    if request.hooks != nil, outcome.hooksProblem == nil {
      sentences.append("Git judges commits that are made there by hand: its hooks are installed.")
    }
    let extras = StartSummary.extras(request)
    if !extras.isEmpty { sentences += ["There is more, to be run in the new folder:"] + extras }
    let way: Hint = outcome.folder == "." ? "" : "go to \(Typed.word(outcome.folder)) and "
    sentences.append("Next: \(way)add a standard: \(run: .propose(.template("ID")))")
    self.sentences = sentences
  }

  /// What was not asked for and can be had later.
  private static func extras(_ request: StartPortfolio.Request) -> [Hint] {
    (request.hooks == nil
      ? ["  \(run: .extra(.hooks)) lets git judge what is committed by hand"] : [])
      + (request.hosts.isEmpty
        ? ["  \(run: .extra(.pipelines)) writes pipelines that validate and report"] : [])
      + (request.editors.isEmpty
        ? ["  \(run: .extra(.editors)) lets editors know fields and words"] : [])
  }
}
