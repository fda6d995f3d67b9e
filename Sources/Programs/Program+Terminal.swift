import Subprocess
import SystemPackage

extension Program {
  /// Runs an interactive program, such as an editor, on this process's own standard input, output
  /// and error. Returns its status, as in ``Outcome/status``.
  ///
  /// It blocks the calling thread, as ``run(input:)`` does.
  package func runOnTerminal() throws(ProgramProblem) -> Int32 {
    try finish { await terminalResult() }.status
  }

  private func terminalResult() async -> Result<Outcome, ProgramProblem> {
    do {
      let record = try await Subprocess.run(
        place, arguments: Arguments(arguments), environment: .custom(variables),
        workingDirectory: FilePath(folder),
        input: .fileDescriptor(.standardInput, closeAfterSpawningProcess: false),
        output: .fileDescriptor(.standardOutput, closeAfterSpawningProcess: false),
        error: .fileDescriptor(.standardError, closeAfterSpawningProcess: false))
      return .success(Outcome(record.terminationStatus, output: [], errors: []))
    } catch {
      return .failure(problem(error))
    }
  }
}
