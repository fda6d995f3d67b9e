import ArgumentParser
import PortfolioModel
import Store
import Verbs

extension Rspmaint {
  struct Propose: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "propose",
      abstract: "Write a proposal, or add to one.",
      usage: "rspmaint propose [<STANDARD> ...] [<options>]",
      discussion: """
        With ids and flags, it writes what the flags say. With --from-worktree, it turns files \
        that you have edited into a proposal; with --from-survey, what experts agree on. Without any, \
        it asks questions on a terminal.

        A standard is named by its id or name, a field by its path in the record; a factor by its \
        name or the last word of it, a region behind it: 'adoption', 'deployment.us'.

        Examples:
          rspmaint propose example-code-set --set maturity=final --title 'Now final'
          rspmaint propose example-code-set --set deployment.us=high --update 2
          rspmaint propose --add new-code-set --template > new-code-set.yml
          rspmaint propose --add new-code-set --record new-code-set.yml --title 'Add it'
          rspmaint propose --from-worktree --title 'Correct two links' --open
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var saving: SavingOptions
    @OptionGroup(title: "What changes") var changes: ChangeOptions
    @OptionGroup(title: "A standard that is added") var addition: AddOptions
    @OptionGroup(title: "The proposal's words") var words: WordOptions

    @OptionGroup var draft: DraftOptions
    @OptionGroup var survey: SurveySourceOptions

    @Flag(
      help:
        "Turn edited files into the proposal, and put them back to the last commit if it is saved.")
    var fromWorktree = false

    func validate() throws {
      try changes.validate(fromWorktree: fromWorktree, adds: addition.add != nil)
      try survey.validate(
        besides: fromWorktree || addition.add != nil || draft.update != nil
          || !changes.standards.isEmpty || changes.request(standards: true).hasChanges)
      if !words.answers.isEmpty, draft.update == nil {
        throw ValidationError("--answers goes with --update.")
      }
    }

    func run() throws {
      guard try !addition.printTemplate(global) else { return }
      let workspace = try global.workspace(writes: true)
      let surroundings = saving.applied(to: global.surroundings)
      var request = try self.request()
      guard try !survey.write(request, in: workspace, surroundings) else { return }
      let isBegun = request.addsAlone && Console.isInputTerminal
      if !fromWorktree, !request.hasChanges || isBegun, draft.update == nil || !request.hasWords {
        // Nobody answers questions for a proposal that can't be saved.
        if Console.isInputTerminal {
          try workspace.step("propose", of: draft.update, surroundings) {}
        }
        request = try Interview.run(request, workspace, global)
      }
      let outcome = try write(request, workspace, surroundings)
      ProposeSummary.print(outcome, isUpdate: draft.update != nil)
    }

    private func write(
      _ request: ProposeRequest, _ workspace: borrowing Workspace, _ surroundings: Surroundings
    ) throws -> WriteProposal.Outcome {
      let use = WriteProposal(request, surroundings)
      guard fromWorktree else { return try use.fromFlags(in: workspace, updating: draft.update) }
      let directory = Console.currentDirectory
      return try use.fromWorktree(
        in: workspace,
        only: try changes.standards.map { try workspace.below($0, from: directory) }
          .filter { !$0.isEmpty },
        updating: draft.update)
    }

    private func request() throws -> ProposeRequest {
      var request = changes.request(standards: !fromWorktree)
      words.fill(&request)
      try addition.fill(&request)
      request.opens = draft.open
      return request
    }
  }
}
