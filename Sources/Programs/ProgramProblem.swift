/// Why another program could not be run.
package struct ProgramProblem: Error, Sendable, Hashable {
  /// The program's path or name, as given.
  package let executable: String
  package let reason: String
  /// Whether the system lacked resources for a run, so that the program itself may be fine.
  package let isShortage: Bool
}
