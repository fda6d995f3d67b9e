import ArgumentParser
import PortfolioModel
import Records
import Reports
import Verbs

extension Rspmaint {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "List standards: all of them, or those that match every word and filter.",
      usage: "rspmaint list [<WORD> ...] [<options>]",
      discussion: """
        A word is sought in ids and names, former and formal ones included.

        A rating by region is compared by the level that counts for the criteria: usually that \
        of its lowest region.

        Examples:
          rspmaint list code --group emerging --factor 'deployment<moderate'
          rspmaint list --due --format json
        """)

    @OptionGroup var global: GlobalOptions
    @OptionGroup var revision: RevisionOption
    @OptionGroup var output: ReportOptions

    @Argument(help: ArgumentHelp("Only standards whose id or names hold it.", valueName: "WORD"))
    var words: [String] = []

    @Flag(help: "Seek the words in all that a record says.")
    var text = false

    @Option(
      help: ArgumentHelp(
        "Only standards of this group.", valueName: "GROUP"))
    var group: Group?

    @Option(help: ArgumentHelp("Only standards of this category.", valueName: "CATEGORY"))
    var category: PortfolioModel.Category?

    @Option(
      help: ArgumentHelp(
        "Only standards with such a rating; may be repeated.", valueName: "FACTOR<LEVEL"))
    var factor: [FactorFilter] = []

    @Option(
      help: ArgumentHelp(
        "Only standards of this value of a facet, or of any; may be repeated.",
        valueName: "FACET=VALUE"), completion: Candidates.facets)
    var facet: [FacetFilter] = []

    @Flag(help: "Only standards that meet the criteria of another group.")
    var due = false

    @Option(
      help: ArgumentHelp(
        "Only standards of this clause, or of clauses below it.", valueName: "CLAUSE"))
    var clause: String?

    func run() throws {
      let workspace = try global.workspace()
      let portfolio = try revision.snapshot(workspace).readable()
      let judge = Judge(portfolio)
      let standards = try ListStandards(
        words: words, searchesText: text, group: group, category: category, factors: factor,
        facets: facet, onlyDue: due, clause: clause
      ).standards(of: portfolio, judge)
      let report = ListReport(standards, judge)
      try output.print(report.report, json: report.json)
    }
  }
}

extension FactorFilter: ArgumentParser.ExpressibleByArgument {}
extension FacetFilter: ArgumentParser.ExpressibleByArgument {}
