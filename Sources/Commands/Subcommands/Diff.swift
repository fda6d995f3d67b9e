import ArgumentParser
import Diagnostics
import PortfolioModel
import Reports
import Store
import Verbs

extension Rspmaint {
  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Report what changes between two revisions, or what proposals change.",
      usage: "rspmaint diff [<A|A..B>] [<options>]",
      discussion: """
        diff                      the last commit against the worktree
        diff A                    A against the worktree
        diff A..B                 A against B
        diff --proposal N …       the worktree against itself with the proposals
        diff A --proposal N …     A against itself with the proposals
        diff --ballot ID          proposals as they were voted on against as they are
        diff --from-empty [A]     all of the worktree, or of A, as new

        Examples:
          rspmaint diff main..HEAD --format markdown
          rspmaint diff --proposal open --format html --output report.html
          rspmaint diff main --format comment --page-url https://pages.example.org/12/
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: PageOptions<DiffFormat>

    @Argument(help: ArgumentHelp("A revision, or two as A..B.", valueName: "A|A..B"))
    var revisions: String?

    @Option(
      parsing: .upToNextOption,
      help: ArgumentHelp(
        "The proposals to report on: 3, 2..10, or open for all that are.", valueName: "NUMBERS"),
      completion: Candidates.proposals)
    var proposal: [ProposalSelection] = []

    @Option(
      help: ArgumentHelp(
        "Show what was changed in a ballot's proposals since the vote.", valueName: "ID"))
    var ballot: Identifier?

    @Flag(help: "Compare with an empty portfolio.")
    var fromEmpty = false

    @Option(
      help: ArgumentHelp(
        "Show only what is new or gone since an earlier JSON report.", valueName: "FILE"),
      completion: .file(extensions: ["json"]))
    var since: String?

    @Option(
      help: ArgumentHelp(
        "Where the whole report can be read, for a comment that leaves out some of it.",
        valueName: "URL"))
    var pageURL: String?

    func validate() throws {
      if let pageURL {
        guard output.format == .comment else {
          throw ValidationError("--page-url goes with --format comment.")
        }
        guard LinkTarget.isWeb(pageURL) else {
          throw ValidationError("'\(pageURL)' is not a web address: start it with https://.")
        }
      }
      if ballot != nil, revisions != nil || fromEmpty || !proposal.isEmpty {
        throw ValidationError("--ballot goes without revisions, --proposal and --from-empty.")
      }
      if fromEmpty, !proposal.isEmpty {
        throw ValidationError("--from-empty and --proposal exclude each other.")
      }
      if fromEmpty || !proposal.isEmpty, revisions?.contains("..") == true {
        throw ValidationError("A range A..B goes without --proposal and --from-empty.")
      }
    }

    func run() throws {
      let workspace = try global.workspace()
      workspace.prepareHistory()
      var input = try DiffSnapshots(scope(), global.surroundings).run(in: workspace)
      if let since { input = input.since(try ReportFile(path: since).earlier()) }
      try output.print(input, page: pageURL)
    }

    private func scope() throws -> DiffSnapshots.Scope {
      if let ballot { return .ballot(ballot) }
      if fromEmpty { return .fromEmpty(revisions) }
      if !proposal.isEmpty { return .proposals(proposal, on: revisions) }
      guard let revisions else { return .worktree }
      guard let dots = revisions.firstRange(of: "..") else { return .since(revisions) }
      let (from, to) = (revisions[..<dots.lowerBound], revisions[dots.upperBound...])
      guard !from.isEmpty, !to.isEmpty, !to.hasPrefix(".") else {
        throw ValidationError("'\(revisions)' is not a range: write A..B.")
      }
      return .between(String(from), String(to))
    }
  }
}
