import ArgumentParser
import Diagnostics
import PortfolioModel
import Records
import Reports
import Store
import Verbs

/// What the steps of a survey have in common that write.
struct SurveyStepOptions: ParsableArguments {
  @OptionGroup var options: DeskOptions

  @Argument(help: ArgumentHelp("The survey's id.", valueName: "ID"), completion: Candidates.surveys)
  var id: Identifier
}

/// What the steps of a survey have in common that only read.
struct SurveyReadOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions
  @OptionGroup var revision: RevisionOption

  @Argument(help: ArgumentHelp("The survey's id.", valueName: "ID"), completion: Candidates.surveys)
  var id: Identifier

  /// What is asked for.
  func survey() throws -> ReadSurvey {
    let workspace = try global.workspace()
    return try ReadSurvey(id, in: try revision.snapshot(workspace), global.surroundings)
  }

  /// How far it is, with the names of those who have not answered where they are known here.
  func status() throws -> SurveyStatusReport {
    let workspace = try global.workspace()
    let read = try ReadSurvey(id, in: try revision.snapshot(workspace), global.surroundings)
    return SurveyStatusReport(
      read.entry, read.survey, in: read.portfolio, experts: try workspace.experts(of: id),
      today: read.today, wording: { $0.text })
  }
}

extension Person: ArgumentParser.ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
