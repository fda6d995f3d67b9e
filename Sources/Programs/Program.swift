import Dispatch
import Subprocess
import Synchronization
import SystemPackage

/// One run of another program: git, a hook, a signer or a verifier. No shell is used, except for a
/// script that names no interpreter.
package struct Program: Sendable {
  /// A path, or a name that is searched for in `environment`'s PATH.
  package let executable: String
  package let arguments: [String]
  /// The whole environment of the program; nothing is inherited.
  package let environment: [String: String]
  /// The absolute path of the folder in which the program starts.
  package let folder: String

  package init(
    _ executable: String, arguments: [String], environment: [String: String], folder: String
  ) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
    self.folder = folder
  }

  /// The result of a program that ran to its end.
  package struct Outcome: Sendable, Hashable {
    /// The exit code, or 128 plus the signal's number.
    package let status: Int32
    package let output: [UInt8]
    package let errors: [UInt8]

    package var succeeded: Bool { status == 0 }

    /// The signal that ended the program, if one did.
    package let signal: Int32?

    init(_ termination: TerminationStatus, output: [UInt8], errors: [UInt8]) {
      (status, signal) =
        switch termination {
        case .exited(let code): (code, nil)
        case .signaled(let signal): (128 + signal, signal)
        }
      self.output = output
      self.errors = errors
    }
  }

  /// The most that a program may print to either stream, in bytes; one that prints more is stopped.
  package static let limit = 4 << 20

  /// Runs the program to its end. Its standard input is the file at `input`, or empty.
  ///
  /// The input is a file because a program that doesn't read all of a pipe would cause an error.
  ///
  /// It blocks the calling thread, which must not be one of the concurrency runtime's: with all of
  /// those blocked, no thread would be left to run the program. Throws ``ProgramProblem`` where the
  /// program can't be started or prints more than ``limit``.
  package func run(input: String? = nil) throws(ProgramProblem) -> Outcome {
    try finish { await result(input: input) }
  }

  /// Blocks until an asynchronous run has ended.
  func finish(
    _ work: @escaping @Sendable () async -> Result<Outcome, ProgramProblem>
  ) throws(ProgramProblem) -> Outcome {
    if let reason = Shortage.find() {
      throw ProgramProblem(executable: executable, reason: reason, isShortage: true)
    }
    let box = ResultBox()
    Task { await box.fill(with: work()) }
    return try box.wait().get()
  }

  /// Runs the program to its end and returns its result.
  package func result(input: String? = nil) async -> Result<Outcome, ProgramProblem> {
    do {
      let file = try FileDescriptor.open(FilePath(input ?? "/dev/null"), .readOnly)
      let record = try await Subprocess.run(
        place, arguments: Arguments(arguments), environment: .custom(variables),
        workingDirectory: FilePath(folder),
        input: .fileDescriptor(file, closeAfterSpawningProcess: true),
        output: .bytes(limit: Program.limit), error: .bytes(limit: Program.limit))
      return .success(
        Outcome(
          record.terminationStatus, output: record.standardOutput, errors: record.standardError))
    } catch let error as SubprocessError where error.underlyingError == .execFormatError {
      // Git and shells also run a file that names no interpreter with `sh`.
      guard executable != Program.shell else { return .failure(problem(error)) }
      return await Program(
        Program.shell, arguments: [executable] + arguments, environment: environment,
        folder: folder
      ).result(input: input)
    } catch {
      return .failure(problem(error))
    }
  }

  private static let shell = "/bin/sh"

  var place: Executable {
    executable.utf8.contains(UInt8(ascii: "/"))
      ? .path(FilePath(executable)) : found.map { .path($0) } ?? .name(executable)
  }

  /// The environment in the system's form: `NAME=VALUE`, each with a zero byte at its end.
  var variables: [[UInt8]] {
    environment.map { [UInt8]("\($0.key)=\($0.value)".utf8) + [0] }
  }

  func problem(_ error: any Error) -> ProgramProblem {
    let system = (error as? SubprocessError)?.underlyingError ?? error as? Errno
    let shortages: [Errno] = [
      .resourceTemporarilyUnavailable, .noMemory, .tooManyOpenFiles, .tooManyOpenFilesInSystem,
    ]
    return ProgramProblem(
      executable: executable, reason: "\(error)",
      isShortage: system.map(shortages.contains) ?? false)
  }
}

/// Passes the result of the asynchronous run to the thread that waits for it.
private final class ResultBox: Sendable {
  private let result = Mutex<Result<Program.Outcome, ProgramProblem>?>(nil)
  private let done = DispatchSemaphore(value: 0)

  func fill(with value: Result<Program.Outcome, ProgramProblem>) {
    result.withLock { $0 = value }
    done.signal()
  }

  func wait() -> Result<Program.Outcome, ProgramProblem> {
    done.wait()
    guard let value = result.withLock({ $0 }) else {
      preconditionFailure("the box is filled before it signals")
    }
    return value
  }
}
