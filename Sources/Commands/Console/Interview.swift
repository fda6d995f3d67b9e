import Maintenance
import PortfolioModel

/// Asks on a terminal for what flags did not say.
enum Interview {
  static func run(
    _ request: ProposeRequest, _ workspace: borrowing Workspace, _ global: GlobalOptions
  ) throws -> ProposeRequest {
    throw Refusal(
      .usage, "the proposal changes nothing",
      help: [
        "rspmaint propose ID --set FIELD=VALUE --title TITLE --rationale TEXT "
          + "--evidence 'TITLE <URL>'",
        "or edit files under Portfolio/ and run 'rspmaint propose --from-worktree'",
      ])
  }
}
