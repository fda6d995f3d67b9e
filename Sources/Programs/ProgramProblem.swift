/// Another program that could not be run.
package struct ProgramProblem: Error, Sendable, Hashable {
  /// The path or name as it was given.
  package let executable: String
  package let reason: String
}
