import Diagnostics

extension AdvisedCommand {
  /// The command as it is typed.
  var text: String {
    let typed = words.map { word in
      word == AdvisedCommand.more || word.hasPrefix("--") ? word : Typed.word(word)
    }
    return (["rspmaint"] + typed).joined(separator: " ")
  }

  /// Stands for what the user adds.
  static let more = "…"

  /// The words after the tool's name, as the shell hands them over.
  var words: [String] {
    switch self {
    case .verb(let verb): [verb.rawValue]
    case .auditSince: ["audit", "--since", "COMMIT"]
    case .auditFrom(let commit): ["audit", "--since", commit]
    case .ballot(let step): ["ballot"] + step.words
    case .changelog(let revision): ["changelog", "--rev", revision]
    case .writeChangelog: ["changelog", "--write"]
    case .commit(let number): ["commit", label(number)]
    case .commitBoth(let first, let second): ["commit", label(first), label(second)]
    case .diffProposal(let number): ["diff", "--proposal", label(number)]
    case .diffBallot(let id): ["diff", "--ballot", id]
    case .diffReport(let file):
      ["diff", AdvisedCommand.more, "--format", "json", "--output", file ?? "FILE"]
    case .correct(let number): ["changelog", "correct", label(number), "--text", "TEXT"]
    case .edition(let step): ["edition"] + step.words
    case .explain(let id): ["explain", id]
    case .extra(.editors): ["init", "editor"]
    case .extra(.hooks): ["hooks", "install"]
    case .extra(.pipelines): ["init", "ci", "--host", "github"]
    case .format(let path): ["format", path]
    case .guardCheck: ["guard", "--check", "BRANCH"]
    case .guardInstall: ["guard", "install"]
    case .identity: ["identity", "NAME <EMAIL>"]
    case .open(let number): ["open", label(number)]
    case .propose(let step): ["propose"] + step.words
    case .refresh(let number): ["refresh", label(number)]
    case .reject(let number): ["reject", label(number), "--because", "REASON"]
    case .renumber(let number): ["renumber", label(number)]
    case .review(let number, let step): ["review", label(number)] + (step?.words ?? [])
    case .save(let number): ["save"] + (number.map { [String($0)] } ?? [])
    case .start: ["init", "FOLDER", "--title", "TITLE", "--domain", "DOMAIN"]
    case .survey(let step): ["survey"] + step.words
    case .sync: ["sync"]
    case .syncAside(let branch): ["sync", "--branch", branch]
    case .takeover(let number): ["takeover", label(number), "--because", "REASON"]
    case .undo: ["undo"]
    case .validate(let revision): ["validate"] + (revision.map { ["--rev", $0] } ?? [])
    case .withdraw(let number): ["withdraw", label(number), "--because", "REASON"]
    }
  }

  private func label(_ number: Int?) -> String { number.map(String.init) ?? "N" }
}

extension AdvisedCommand.BallotStep {
  fileprivate var words: [String] {
    switch self {
    case .open:
      ["open", "ID", "--proposals", "N", "--title", "TITLE", "--closes", "DATE"]
    case .status(let id): ["status", id ?? "ID"]
    case .tally(let id): ["tally", id]
    case .show(let id): ["show", id]
    case .package(let id): ["package", id, "--output", "FOLDER"]
    case .takeForms(let id): ["import", id, "FILE"]
    case .takeFile(let id, let path): ["import", id, path]
    case .lost(let id, let body): ["lost", id, body, "--because", "REASON"]
    case .comments(let id): ["comments", id]
    case .disposeFrom(let id): ["dispose", id, "--from", "FILE"]
    case .take(let id): ["import", id ?? "ID", "--voter", "MEMBER", "--vote", "approve"]
    case .extend(let id): ["extend", id, "--closes", "DATE", "--because", "REASON"]
    case .end(let id): ["end", id]
    case .endEarly(let id): ["end", id, "--because", "REASON"]
    case .dispose(let id, let comment):
      ["dispose", id, comment, "accepted", "--because", "REASON", "--agreed", "MEETING, DATE"]
    case .reason(let id, let body):
      ["reason", id, body, "technical", "--because", "REASON"]
    case .recirculate(let id): ["recirculate", id, "--closes", "DATE"]
    case .close(let id): ["close", id]
    case .cancel(let id): ["cancel", id, "--because", "REASON"]
    }
  }
}

extension AdvisedCommand.EditionStep {
  fileprivate var words: [String] {
    switch self {
    case .cut: ["cut", "ID", "--stage", "CD"]
    case .publish(let id): ["publish", id ?? "ID", "--as", "TITLE", "--number", "N"]
    case .list: ["list"]
    case .confirm: ["confirm"]
    case .verify(let file): ["verify", file]
    }
  }
}

extension AdvisedCommand.SurveyStep {
  fileprivate var words: [String] {
    switch self {
    case .open: ["open", "ID", "STANDARD", "--title", "TITLE", "--closes", "DATE"]
    case .status(let id): ["status", id]
    case .report(let id): ["report", id]
    case .export(let id): ["export", id, "--output", "FILE.xlsx"]
    case .take(let id): ["import", id, "FILE", "--expert", "NAME <EMAIL>"]
    case .close(let id): ["close", id]
    case .closeEarly(let id): ["close", id, "--because", "REASON"]
    case .round(let id): ["round", id, "--closes", "DATE"]
    case .takeSeal: ["seal", "import", "FILE"]
    }
  }
}

extension AdvisedCommand.ProposeStep {
  fileprivate var words: [String] {
    switch self {
    case .set(let assignment): ["ID", "--set", assignment ?? "FIELD=VALUE"]
    case .whole:
      [
        "ID", "--set", "FIELD=VALUE", "--title", "TITLE", "--rationale", "TEXT",
        "--evidence", "TITLE <URL>",
      ]
    case .fromWorktree: ["--from-worktree"]
    case .fromSurvey(let id): ["--from-survey", id]
    case .record(let id): ["--add", id, "--record", "FILE"]
    case .template(let id): ["--add", id, "--template"]
    case .update(let number): ["--update", "\(number)", AdvisedCommand.more]
    case .updateRationale(let number): ["--update", "\(number)", "--rationale", "TEXT"]
    case .updateAnswering(let number):
      ["--update", "\(number)", AdvisedCommand.more, "--answers", "COMMENT"]
    case .updateSet(let number, let assignment):
      ["--update", "\(number)", "--set", assignment]
    case .dropOverride(let id): ["--drop-override", id, AdvisedCommand.more]
    case .confirmOverride(let id):
      ["--confirm-override", id, "--review-by", "DATE", AdvisedCommand.more]
    case .waive(let criterion, let id): [id, "--waive", criterion, AdvisedCommand.more]
    case .move(let id, let group): [id, "--set", "group=\(group)", AdvisedCommand.more]
    }
  }
}

extension AdvisedCommand.ReviewStep {
  fileprivate var words: [String] {
    switch self {
    case .approve: ["--approve"]
    case .approveSigned: ["--approve", "--sign"]
    case .object: ["--object", "--comment", "TEXT"]
    case .anew: [AdvisedCommand.more]
    case .resolve(let member): ["--resolve", member, "--because", "REASON"]
    }
  }
}
