import ArgumentParser
import Diagnostics
import PortfolioModel
import Store

/// Options that every verb takes.
struct GlobalOptions: ParsableArguments {
  @Option(
    name: .customLong("repo"),
    help: ArgumentHelp("The portfolio's folder, or one inside it.", valueName: "PATH"),
    completion: .directory)
  var repository = "."

  @Option(
    help: ArgumentHelp(
      "Today's date, as YYYY-MM-DD (default: the date in UTC).", valueName: "DATE"))
  var asOf: CalendarDate?

  /// Opens the portfolio. A verb that only reads reports an interrupted run; one that writes
  /// finishes it.
  ///
  /// - Parameter proves: Whether the verb proves what is stored, and so computes the ids of objects
  ///   again, as one that writes does.
  func workspace(writes: Bool = false, proves: Bool = false) throws -> Workspace {
    if !writes, !proves { Workspace.onlyReads() }
    let workspace = try Workspace(
      at: repository, gitDirectory: Console.variable("GIT_DIR").map(Console.absolute))
    guard !writes else {
      _ = try workspace.folder()
      return workspace
    }
    do throws(Refusal) {
      if let sentence = try workspace.interruption() { Console.printNote(sentence) }
    } catch {
      Console.printNote(Hint(error.message))
    }
    return workspace
  }

  var surroundings: Surroundings {
    let now = Console.now
    var forPrograms: [String: String] = [:]
    for name in Surroundings.signerVariables { forPrograms[name] = Console.variable(name) }
    return Surroundings(
      today: asOf ?? CalendarDate(secondsSince1970: now), now: now,
      offsetMinutes: Console.offsetMinutes, programVariables: forPrograms,
      environment: Console.environment, lockPatience: 60, note: { Console.printNote($0) },
      relay: { Console.relay($0) })
  }
}

extension CalendarDate: ArgumentParser.ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension Identifier: ArgumentParser.ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension ProposalSelection: ArgumentParser.ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}

extension Group: ArgumentParser.ExpressibleByArgument {}
extension Category: ArgumentParser.ExpressibleByArgument {}
extension TableColumn: ArgumentParser.ExpressibleByArgument {}
extension Factor: ArgumentParser.ExpressibleByArgument {}
extension Override.Hold.Ground: ArgumentParser.ExpressibleByArgument {}
extension Nature: ArgumentParser.ExpressibleByArgument {}
