import Diagnostics

extension AdvisedOption {
  /// The option, with its value or the name of what it takes.
  func text(_ argument: Hint.Argument) -> String {
    let value: String? =
      switch argument {
      case .none: nil
      case .placeholder: placeholder
      case .value(let value): value
      }
    return name + (value.map { " " + Typed.word($0) } ?? "")
  }

  var name: String {
    switch self {
    case .add: "--add"
    case .althoughTechnical: "--although-technical"
    case .approved: "--approved"
    case .asOf: "--as-of"
    case .because: "--because"
    case .body: "--body"
    case .carry: "--carry"
    case .clause: "--clause"
    case .closes: "--closes"
    case .comment: "--comment"
    case .confirm: "--confirm"
    case .continues: "--continues"
    case .delist: "--delist"
    case .disapproved: "--disapproved"
    case .domain: "--domain"
    case .dropOverride: "--drop-override"
    case .dropRegions: "--drop-regions"
    case .exception: "--exception"
    case .explainMove: "--explain-move"
    case .factors: "--factors"
    case .from: "--from"
    case .fromWorktree: "--from-worktree"
    case .id: "--id"
    case .insert: "--insert"
    case .keep: "--keep"
    case .kept: "--kept"
    case .key: "--key"
    case .noGpgSign: "--no-gpg-sign"
    case .noSign: "--no-sign"
    case .noVerify: "--no-verify"
    case .notes: "--notes"
    case .open: "--open"
    case .origin: "--origin"
    case .output, .outputFile: "--output"
    case .overrideID: "--override-id"
    case .rationale: "--rationale"
    case .reason: "--reason"
    case .reopened: "--reopened"
    case .replacedBy: "--replaced-by"
    case .repository: "--repo"
    case .reviewBy: "--review-by"
    case .revision: "--rev"
    case .sameAs: "--same-as"
    case .set: "--set"
    case .since: "--since"
    case .text: "--text"
    case .title: "--title"
    case .transitions: "--transitions"
    case .vote: "--vote"
    case .voter: "--voter"
    }
  }

  /// What it takes, by its name; nil for a flag.
  var placeholder: String? {
    switch self {
    case .althoughTechnical, .dropRegions, .fromWorktree, .noGpgSign, .noSign, .noVerify, .notes,
      .open, .transitions:
      nil
    case .asOf, .closes: "DATE"
    case .because, .exception, .reason, .reopened: "REASON"
    case .clause, .comment, .domain, .origin, .rationale, .text, .title: "TEXT"
    case .confirm: "FACTOR"
    case .continues: "NEW:OLD"
    case .add, .carry, .delist, .dropOverride, .explainMove, .id, .overrideID, .replacedBy: "ID"
    case .factors: "FACTORS"
    case .from, .outputFile: "FILE"
    case .insert: "FIELD=ITEM"
    case .output: "FOLDER"
    case .approved, .disapproved: "NUMBERS"
    case .body: "BODY"
    case .keep, .kept: "FOLDER"
    case .key, .repository: "PATH"
    case .reviewBy: "YYYY-MM-DD"
    case .revision, .since: "REVISION"
    case .sameAs: "COMMENT"
    case .set: "FIELD=VALUE"
    case .vote: "VOTE"
    case .voter: "MEMBER"
    }
  }
}
