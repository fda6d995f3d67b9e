import ArgumentParser

extension Rspmaint {
  struct Edition: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "edition",
      abstract: "Cut drafts of the next edition, publish it, and compare editions.",
      usage: "rspmaint edition <STEP> [<NAME>] [<options>]",
      discussion: """
        A draft freezes what the portfolio holds; publishing stamps it with the publisher's name, \
        and moves the changelog's unreleased part under it. Both are tagged as edition/NAME.

        Examples:
          rspmaint edition cut 2030-fdis --stage FDIS --carry all
          rspmaint edition publish 2030-fdis --as 'ISO 12345:2030' --number 2
          rspmaint edition diff 2030-cd 2030-fdis
        """,
      subcommands: [
        CutStep.self, PublishStep.self, ConfirmStep.self, ListStep.self, DiffStep.self,
        BundleStep.self, VerifyStep.self,
      ])
  }
}
