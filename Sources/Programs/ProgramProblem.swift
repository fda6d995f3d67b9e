/// Another program that could not be run.
package struct ProgramProblem: Error, Sendable, Hashable {
  /// The path or name as it was given.
  package let executable: String
  package let reason: String
  /// Whether the system lacked what a run takes, so that nothing is known of the program.
  package let isShortage: Bool
}
