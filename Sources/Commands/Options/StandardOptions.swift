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

  /// The standard, and what the version of the portfolio says about it.
  ///
  /// - Parameter tops: The folders that are read; of `Portfolio/` only what concerns the standard,
  ///   where the name is its id.
  func find(
    below tops: [String] = [Layout.portfolioFolder]
  ) throws -> (snapshot: Snapshot, id: Identifier) {
    let workspace = try global.workspace()
    let snapshot = try revision.snapshot(workspace, about: name, below: tops)
    return (snapshot, try snapshot.standard(named: name))
  }
}
