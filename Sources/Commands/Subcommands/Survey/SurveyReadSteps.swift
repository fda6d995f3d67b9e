import ArgumentParser
import PortfolioModel
import Records
import Reports
import Verbs

extension Rspmaint.Survey {
  struct StatusStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status", abstract: "Show how many answered, and what comes next.",
      usage: "rspmaint survey status <ID> [<options>]",
      discussion: """
        Where the survey was opened, it names who was invited and has not answered.

        Examples:
          rspmaint survey status use-2030
          rspmaint survey status use-2030 --format json
        """)

    @OptionGroup var read: SurveyReadOptions
    @OptionGroup var output: ReportOptions

    func run() throws {
      let report = try read.status()
      try output.print(report.report, json: report.json)
    }
  }

  struct ReportStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "report", abstract: "Print what the experts say of each rating.",
      usage: "rspmaint survey report <ID> [<options>]",
      discussion: """
        For each rating: the number of answers, how many chose each level, median and spread, how many \
        kept their level since the round before, and on which level they agree. Then comments and \
        evidence, by pseudonym.

        Examples:
          rspmaint survey report use-2030
          rspmaint survey report use-2030 --format html --output use.html
        """)

    @OptionGroup var read: SurveyReadOptions
    @OptionGroup var output: PageOptions<StoryFormat>

    func run() throws {
      let found = try read.survey().opened()
      let report = SurveyReport(found.entry, found.survey, in: found.portfolio)
      try output.print(report.report, json: report.json)
    }
  }

  struct ShowStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show what a survey asks, and its rounds.",
      usage: "rspmaint survey show <ID> [<options>]",
      discussion: """
        Examples:
          rspmaint survey show use-2030
          rspmaint survey show use-2030 --rev HEAD~5 --format markdown
        """)

    @OptionGroup var read: SurveyReadOptions
    @OptionGroup var output: ReportOptions

    func run() throws {
      let found = try read.survey()
      let story = SurveyStory(found.entry, found.survey, in: found.portfolio)
      try output.print(story.report, json: story.json)
    }
  }

  struct ListStep: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "List all surveys.",
      usage: "rspmaint survey list [<options>]",
      discussion: """
        Examples:
          rspmaint survey list
          rspmaint survey list --format json
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption
    @OptionGroup var output: ReportOptions

    func run() throws {
      let workspace = try global.workspace()
      let report = SurveyListReport(try revision.snapshot(workspace).surveys)
      try output.print(report.report, json: report.json)
    }
  }
}
