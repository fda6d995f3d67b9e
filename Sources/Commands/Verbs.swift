import ArgumentParser
import PortfolioModel

extension Rspmaint {
  /// The verbs below the headings of the help, each by its name.
  private static let verbs: KeyValuePairs<String, KeyValuePairs<String, any ParsableCommand.Type>> =
    [
      "Look": [
        "list": List.self, "show": Show.self, "explain": Explain.self, "history": History.self,
        "tables": Tables.self, "criteria": Criteria.self, "rules": Rules.self,
        "export": Export.self,
      ],
      "Propose": [
        "propose": Propose.self, "rename": Rename.self, "open": Open.self,
        "refresh": Refresh.self, "reject": Reject.self, "withdraw": Withdraw.self,
        "split": Split.self, "takeover": Takeover.self, "renumber": Renumber.self,
      ],
      "Review": [
        "validate": Validate.self, "diff": Diff.self, "review": Review.self,
        "status": Status.self,
      ],
      "Decide": ["survey": Survey.self, "ballot": Ballot.self, "edition": Edition.self],
      "Keep": [
        "commit": Commit.self, "changelog": Changelog.self, "format": Format.self,
        "schema": Schema.self, "hooks": Hooks.self, "completions": Completions.self,
        "man": Man.self, "guide": Guide.self,
      ],
      "Save": [
        "save": Save.self, "undo": Undo.self, "sync": Sync.self, "identity": Identity.self,
        "doctor": Doctor.self,
      ],
      "Trust": ["audit": Audit.self, "guard": Guard.self],
      "At home": ["init": Init.self],
    ]

  /// The verbs that tell of all others.
  private static let tellingOfAll = ["completions", "man"]

  static func verb(named word: String) -> (any ParsableCommand.Type)? {
    for (_, verbs) in verbs {
      for (name, verb) in verbs where name.hasSameBytes(as: word) { return verb }
    }
    return nil
  }

  /// The names of the verbs below the headings of the help.
  static var verbsByHeading: [(heading: String, verbs: [String])] {
    verbs.map { ($0, $1.map(\.key)) }
  }

  /// The verbs that the parser has to know for a command line, by its first word: the called one
  /// alone, since to prepare all of them takes longer than most verbs do. Completions and the manual
  /// are of all verbs.
  static func groups(calledBy word: String?) -> [CommandGroup] {
    let groups = verbs.map { name, verbs in (name: name, verbs: Array(verbs)) }
    for group in groups where !tellingOfAll.contains(word ?? "") {
      for verb in group.verbs where verb.key == word {
        return [CommandGroup(name: group.name, subcommands: [verb.value])]
      }
    }
    return groups.map { CommandGroup(name: $0.name, subcommands: $0.verbs.map(\.value)) }
  }
}
