import Subprocess
import SystemPackage

extension Program {
  /// Runs an interactive program, such as an editor, on this process's own standard input, output
  /// and error. Returns its status, as in ``Outcome/status``.
  ///
  /// It blocks the calling thread, as ``run(input:)`` does.
  ///
  /// - Parameter input: The path of a file that stands in for standard input, as a pager reads one.
  package func runOnTerminal(input: String? = nil) throws(ProgramProblem) -> Int32 {
    try finish { await terminalResult(input) }.status
  }

  private func terminalResult(_ input: String?) async -> Result<Outcome, ProgramProblem> {
    do {
      let file = try input.map { try FileDescriptor.open(FilePath($0), .readOnly) }
      let record = try await Subprocess.run(
        place, arguments: Arguments(arguments), environment: .custom(variables),
        workingDirectory: FilePath(folder),
        input: .fileDescriptor(file ?? .standardInput, closeAfterSpawningProcess: file != nil),
        output: .fileDescriptor(.standardOutput, closeAfterSpawningProcess: false),
        error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
      return .success(Outcome(record.terminationStatus, output: [], errors: []))
    } catch {
      return .failure(problem(error))
    }
  }
}
