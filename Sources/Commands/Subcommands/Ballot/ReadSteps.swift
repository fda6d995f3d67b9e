import ArgumentParser
import PortfolioModel
import Records
import Reports
import Verbs

extension Rspmaint.Ballot {
  struct StatusStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status", abstract: "Show who has not answered yet, and what is missing.",
      usage: "rspmaint ballot status <ID> [<options>]",
      discussion: """
        Examples:
          rspmaint ballot status cd-2
          rspmaint ballot status cd-2 --format json
        """)

    @OptionGroup var read: BallotReadOptions
    @OptionGroup var output: ReportOptions

    func run() throws {
      let report = try read.status()
      try output.print(report.report, json: report.json)
    }
  }

  struct TallyStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "tally", abstract: "Count the votes by the frozen rule, and say what counted.",
      usage: "rspmaint ballot tally <ID> [<options>]",
      discussion: """
        Examples:
          rspmaint ballot tally cd-2
          rspmaint ballot tally cd-2 --format json
        """)

    @OptionGroup var read: BallotReadOptions
    @OptionGroup var output: ReportOptions

    func run() throws {
      let found = try read.ballot().opened()
      let report = TallyReport(found.entry, titles: found.titles)
      try output.print(report.report, json: report.json)
    }
  }

  struct ReportStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "report", abstract: "Print the voting report: each vote by body and status.",
      usage: "rspmaint ballot report <ID> [<options>]",
      discussion: """
        Examples:
          rspmaint ballot report cd-2
          rspmaint ballot report cd-2 --format html --output report.html
        """)

    @OptionGroup var read: BallotReadOptions
    @OptionGroup var output: PageOptions<StoryFormat>

    func run() throws {
      let found = try read.ballot().opened()
      let report = VotingReport(found.entry, found.ballot)
      try output.print(report.report, json: report.json)
    }
  }

  struct ShowStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Tell the whole story of a ballot.",
      usage: "rspmaint ballot show <ID> [<options>]",
      discussion: """
        Examples:
          rspmaint ballot show cd-2
          rspmaint ballot show cd-2 --format html --output cd-2.html
        """)

    @OptionGroup var read: BallotReadOptions
    @OptionGroup var output: PageOptions<StoryFormat>

    func run() throws {
      let found = try read.ballot()
      let report = BallotStory(found.entry, found.ballot, titles: found.titles)
      try output.print(report.report, json: report.json)
    }
  }

  struct ListStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List all ballots.",
      usage: "rspmaint ballot list [<options>]",
      discussion: """
        Examples:
          rspmaint ballot list
          rspmaint ballot list --format json
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption
    @OptionGroup var output: ReportOptions

    func run() throws {
      let workspace = try global.workspace()
      let report = BallotListReport(try revision.snapshot(workspace).ballots)
      try output.print(report.report, json: report.json)
    }
  }
}
