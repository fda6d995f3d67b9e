import ArgumentParser
import PortfolioModel
import Store
import Verbs

extension Rspmaint {
  struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rename",
      abstract: "Propose another id for a standard, which keeps its history.",
      discussion: """
        Relations, use cases and the ledger follow, and the old id is kept as a former name, by \
        which 'show' and 'history' still find the standard. Its brief name stays: \
        'propose ID --set brief-name=NAME' changes that.

        Examples:
          rspmaint rename example-code-set example-codes --open
          rspmaint rename 'Example Codes' example-codes --update 2
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var saving: SavingOptions
    @OptionGroup(title: "The proposal's words") var words: WordOptions

    @Argument(
      help: ArgumentHelp("The standard, by id or name.", valueName: "STANDARD"),
      completion: Candidates.standards)
    var standard: String

    @Argument(help: ArgumentHelp("Its new id.", valueName: "NEW-ID"))
    var id: String

    @OptionGroup var draft: DraftOptions

    func run() throws {
      let workspace = try global.workspace(writes: true)
      var request = ProposeRequest()
      words.fill(&request)
      request.opens = draft.open
      let outcome = try RenameStandard(
        standard, to: id, request, saving.applied(to: global.surroundings)
      )
      .run(in: workspace, updating: draft.update)
      ProposeSummary.print(outcome, isUpdate: draft.update != nil)
    }
  }
}
