import ArgumentParser
import Diagnostics
import PortfolioModel
import Records
import Reports
import Store
import Verbs

/// What the steps of a survey have in common that write.
struct SurveyStepOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions
  @OptionGroup var git: GitOptions
  @OptionGroup var rehearsal: DryRunOption

  @Argument(help: ArgumentHelp("The survey's id.", valueName: "ID"), completion: Candidates.surveys)
  var id: Identifier

  var surroundings: Surroundings { rehearsal.applied(to: git.applied(to: global.surroundings)) }

  /// Takes a step and prints what it did.
  func take(_ step: (borrowing Workspace, Surroundings) throws -> SurveyOutcome) throws {
    let workspace = try global.workspace(writes: true)
    let outcome = try step(workspace, surroundings)
    StepSummary.print(
      outcome.sentences, findings: outcome.findings, written: outcome.written,
      isRehearsed: rehearsal.dryRun)
  }
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

/// What a step of a ballot or a survey did, as it is printed.
enum StepSummary {
  static func print(
    _ sentences: [Hint], findings: [String], written: Written?, isRehearsed: Bool
  ) {
    if isRehearsed { WrittenSummary.announceRehearsal() }
    for finding in findings { Console.print("finding: " + DisplayText.line(finding) + "\n") }
    for sentence in sentences { Console.print(DisplayText.line(sentence.text) + "\n") }
    if let written { WrittenSummary.print(written, of: nil) }
  }
}

extension Person: ArgumentParser.ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
