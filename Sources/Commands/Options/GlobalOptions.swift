import ArgumentParser
import Maintenance
import PortfolioModel

/// Options that every verb takes.
struct GlobalOptions: ParsableArguments {
  @Option(name: .customLong("repo"), help: "The portfolio's folder, or one inside it.")
  var repository = "."

  @Option(
    help: ArgumentHelp(
      "Take this day for today, YYYY-MM-DD.", discussion: "Without it, the UTC date counts."))
  var asOf: CalendarDate?

  func workspace() throws -> Workspace { try Workspace(at: repository) }

  var surroundings: Surroundings {
    let now = Console.now
    var variables: [String: String] = [:]
    for name in Surroundings.identityVariables { variables[name] = Console.variable(name) }
    return Surroundings(
      today: asOf ?? CalendarDate(secondsSince1970: now), now: now,
      offsetMinutes: Console.offsetMinutes, gitVariables: variables,
      lockPatience: 60)
  }
}

extension CalendarDate: ArgumentParser.ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension Identifier: ArgumentParser.ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension Group: ArgumentParser.ExpressibleByArgument {}
extension Category: ArgumentParser.ExpressibleByArgument {}
extension Factor: ArgumentParser.ExpressibleByArgument {}
extension Nature: ArgumentParser.ExpressibleByArgument {}
