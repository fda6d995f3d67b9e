@testable import Commands
import Diagnostics

extension AdvisedCommand {
  /// One of each kind: each leads to the next, so that the compiler asks for a new one.
  static let samples = Array(
    sequence(first: AdvisedCommand.verb(.commit), next: \.next))

  private var next: AdvisedCommand? {
    switch self {
    case .verb(let verb):
      AdvisedCommand.next(after: verb, in: Verb.allCases).map { .verb($0) } ?? .auditSince
    case .auditSince: .auditFrom("main")
    case .auditFrom: .ballot(.open)
    case .ballot(let step): step.next.map { .ballot($0) } ?? .changelog(revision: "main")
    case .changelog: .writeChangelog
    case .writeChangelog: .commit(2)
    case .commit(.some): .commit(nil)
    case .commit(nil): .commitBoth(2, 3)
    case .commitBoth: .diffProposal(2)
    case .diffProposal: .diffBallot("a")
    case .diffBallot: .diffReport(file: "report.json")
    case .diffReport(.some): .diffReport(file: nil)
    case .diffReport(nil): .correct(nil)
    case .correct(nil): .correct(3)
    case .correct(.some): .edition(.cut)
    case .edition(let step): step.next.map { .edition($0) } ?? .explain("a-b")
    case .explain: .extra(.editors)
    case .extra(let one):
      AdvisedCommand.next(after: one, in: Extra.allCases).map { .extra($0) }
        ?? .format(path: "Portfolio")
    case .format: .guardCheck
    case .guardCheck: .guardInstall
    case .guardInstall: .identity
    case .identity: .open(2)
    case .open: .propose(.set(nil))
    case .propose(let step): step.next.map { .propose($0) } ?? .refresh(2)
    case .refresh: .reject(2)
    case .reject: .renumber(nil)
    case .renumber(nil): .renumber(2)
    case .renumber(.some): .review(nil, .approve)
    case .review(_, let step?): step.next.map { .review(2, $0) } ?? .review(nil, nil)
    case .review(_, nil): .save(nil)
    case .save(nil): .save(2)
    case .save(.some): .start
    case .start: .survey(.open)
    case .survey(let step): step.next.map { .survey($0) } ?? .sync
    case .sync: .syncAside(branch: "mine")
    case .syncAside: .takeover(2)
    case .takeover: .undo
    case .undo: .validate(revision: nil)
    case .validate(nil): .validate(revision: "main")
    case .validate(.some): .withdraw(nil)
    case .withdraw(nil): .withdraw(2)
    case .withdraw(.some): nil
    }
  }

  /// What a user adds, so that it is a whole call.
  var rest: [String] {
    switch self {
    case .verb(.commit): ["1"]
    case .verb(.reject): ["1", "--because", "REASON"]
    case .verb(.show): ["a"]
    case .review(_, nil), .review(_, .anew): ["--approve"]
    default: []
    }
  }

  private static func next<Case: Equatable>(after one: Case, in all: [Case]) -> Case? {
    all.drop { $0 != one }.dropFirst().first
  }
}

extension AdvisedCommand.ProposeStep {
  fileprivate var next: Self? {
    switch self {
    case .set(nil): .set("a=b")
    case .set(.some): .whole
    case .whole: .fromWorktree
    case .fromWorktree: .fromSurvey("a")
    case .fromSurvey: .record("a")
    case .record: .template("a")
    case .template: .update(2)
    case .update: .updateRationale(2)
    case .updateRationale: .updateAnswering(2)
    case .updateAnswering: .updateSet(2, "a:b=c")
    case .updateSet: .dropOverride("a")
    case .dropOverride: .confirmOverride("a")
    case .confirmOverride: .waive(criterion: "a.b", of: "c")
    case .waive: .move("a", to: "legacy")
    case .move: nil
    }
  }
}

extension AdvisedCommand.BallotStep {
  fileprivate var next: Self? {
    switch self {
    case .open: .status(nil)
    case .status(nil): .status("a")
    case .status(.some): .tally("a")
    case .tally: .show("a")
    case .show: .package("a")
    case .package: .takeForms("a")
    case .takeForms: .takeFile("a", "b.csv")
    case .takeFile: .lost("a", body: "b")
    case .lost: .comments("a")
    case .comments: .disposeFrom("a")
    case .disposeFrom: .take(nil)
    case .take(nil): .take("a")
    case .take(.some): .extend("a")
    case .extend: .end("a")
    case .end: .endEarly("a")
    case .endEarly: .dispose("a", comment: "b-1")
    case .dispose: .reason("a", body: "b")
    case .reason: .recirculate("a")
    case .recirculate: .close("a")
    case .close: .cancel("a")
    case .cancel: nil
    }
  }
}

extension AdvisedCommand.SurveyStep {
  fileprivate var next: Self? {
    switch self {
    case .open: .status("a")
    case .status: .report("a")
    case .report: .export("a")
    case .export: .take("a")
    case .take: .close("a")
    case .close: .closeEarly("a")
    case .closeEarly: .round("a")
    case .round: .takeSeal
    case .takeSeal: nil
    }
  }
}

extension AdvisedCommand.EditionStep {
  fileprivate var next: Self? {
    switch self {
    case .cut: .publish(nil)
    case .publish(nil): .publish("a")
    case .publish(.some): .list
    case .list: .confirm
    case .confirm: .verify("a.zip")
    case .verify: nil
    }
  }
}

extension AdvisedCommand.ReviewStep {
  fileprivate var next: Self? {
    switch self {
    case .approve: .approveSigned
    case .approveSigned: .object
    case .object: .anew
    case .anew: .resolve("a")
    case .resolve: nil
    }
  }
}

extension AdvisedOption {
  /// A call that the option may be added to.
  var call: [String] {
    switch self {
    case .asOf, .repository: ["list"]
    case .because: ["withdraw", "1"]
    case .approved, .disapproved: ["ballot", "record-external", "a", "--result", "FILE"]
    case .althoughTechnical: ["ballot", "reason", "a", "b", "none", "--because", "REASON"]
    case .carry, .since: ["edition", "cut", "a", "--stage", "CD"]
    case .closes: ["ballot", "extend", "a", "--because", "REASON"]
    case .domain: ["init", "FOLDER", "--title", "TITLE"]
    case .id: ["init", "FOLDER", "--title", "TITLE", "--domain", "DOMAIN"]
    case .body, .keep, .vote: ["ballot", "import", "a", "--voter", "b"]
    case .from: ["ballot", "dispose", "a"]
    case .factors: ["survey", "open", "a", "b", "--title", "TITLE", "--closes", "DATE"]
    case .output: ["ballot", "package", "a"]
    case .outputFile: ["edition", "bundle", "a"]
    case .kept: ["ballot", "end", "a"]
    case .reopened, .sameAs: ["ballot", "dispose", "a", "b-1"]
    case .voter: ["ballot", "import", "a", "b.docx"]
    case .comment: ["review", "1", "--object"]
    case .key, .noSign: ["review", "1", "--approve"]
    case .noGpgSign, .noVerify: ["commit", "1"]
    case .notes, .revision: ["validate"]
    case .replacedBy: ["propose", "--delist", "ID"]
    case .dropRegions: ["propose", "ID", "--set", "FIELD=VALUE"]
    case .clause, .origin: ["propose", "ID", "--waive", "CRITERION", "--text", "TEXT"]
    case .explainMove, .overrideID, .reason, .reviewBy, .text:
      ["propose", "ID", "--waive", "CRITERION"]
    case .add, .confirm, .continues, .delist, .dropOverride, .exception, .fromWorktree, .insert,
      .open,
      .rationale,
      .set, .title, .transitions:
      ["propose"]
    }
  }
}
