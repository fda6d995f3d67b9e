import ArgumentParser
import PortfolioModel
import Records
import Store

/// What the verbs that look at one standard have in common.
struct StandardOptions: ParsableArguments {
  @OptionGroup var global: GlobalOptions
  @OptionGroup var revision: RevisionOption
  @OptionGroup var output: ReportOptions

  @Argument(
    help: ArgumentHelp("The standard, by id, name or a part of it.", valueName: "STANDARD"),
    completion: Candidates.standards)
  var name: String

  /// The version of the portfolio that is read, and the standard in it.
  func find() throws -> (snapshot: Snapshot, id: Identifier) {
    let workspace = try global.workspace()
    let snapshot = try revision.snapshot(workspace)
    return (snapshot, try snapshot.standard(named: name))
  }

  /// Does the same, and reads only what is said about the standard, where the name is its id.
  func findAlone() throws -> (snapshot: Snapshot, id: Identifier) {
    let workspace = try global.workspace()
    let snapshot = try revision.snapshot(workspace, about: name)
    return (snapshot, try snapshot.standard(named: name))
  }
}
