import ArgumentParser

extension Rspmaint {
  struct Ballot: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ballot",
      abstract: "Put proposals to vote, count the votes, answer the comments, and close.",
      usage: "rspmaint ballot <STEP> <ID> [<options>]",
      discussion: """
        A ballot freezes proposals, the rule of counting and the bodies that vote. Replies stay \
        sealed until voting ends; then comments are answered, and closing accepts what was approved.

        Examples:
          rspmaint ballot open cd-2 --proposals 3,4 --title 'CD 2' --closes 2030-01-31
          rspmaint ballot import cd-2 --voter example-member --vote approve
          rspmaint ballot tally cd-2
        """,
      subcommands: [
        OpenStep.self, PackageStep.self, StatusStep.self, ImportStep.self, SealStep.self,
        LostStep.self,
        ExtendStep.self,
        EndStep.self,
        CommentsStep.self, DisposeStep.self, SatisfiedStep.self, ReasonStep.self,
        RecirculateStep.self, TallyStep.self,
        CloseStep.self,
        RecordExternalStep.self,
        ReportStep.self, CancelStep.self, ShowStep.self, ListStep.self,
      ])
  }
}
