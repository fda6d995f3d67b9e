package import Diagnostics
package import Store

/// Tells what is installed.
package struct ReadHooks: Sendable {
  private let program: String
  private let surroundings: Surroundings

  /// - Parameter program: The absolute path of the program that hooks should call.
  package init(program: String, _ surroundings: Surroundings) {
    self.program = program
    self.surroundings = surroundings
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> [FoundHook] {
    try HookDesk(workspace, program: program, surroundings).found(HookPart.allCases, in: workspace)
  }
}
