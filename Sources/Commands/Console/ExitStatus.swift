import ArgumentParser
import Diagnostics
import Reports
import Verbs

/// The exit codes, after sysexits.h where something could not run.
enum ExitStatus {
  static let findings = ExitCode(1)

  static func of(_ kind: Refusal.Kind) -> ExitCode {
    switch kind {
    case .refused, .done: ExitCode(1)
    case .usage: ExitCode(64)
    case .data: ExitCode(65)
    case .noInput: ExitCode(66)
    case .cantWrite: ExitCode(73)
    case .tryAgain, .moved, .unfinished: ExitCode(75)
    }
  }

  /// Reports that standard output could not be written and returns the exit code; nil if it was.
  static func ofOutput() -> ExitCode? {
    guard let problem = Console.outputProblem else { return nil }
    Console.printError("rspmaint: the output can't be written: \(DisplayText.escaped(problem))\n")
    return ExitCode(74)
  }

  /// Says why a verb did not do what it was asked to, and gives the code to end with.
  static func explain(_ error: any Error) -> ExitCode? {
    switch error {
    case let refusal as Refusal:
      Console.printError(text(refusal))
      return of(refusal.kind)
    case let findings as Findings:
      Console.printError(lines(findings.diagnostics))
      Console.printError("rspmaint: \(DisplayText.line(findings.consequence))\n")
      return ExitCode(1)
    case let edits as InexpressibleEdits:
      Console.printError(lines(edits.diagnostics))
      Console.printError("rspmaint: no proposal was written, and your edits are as they were\n")
      return ExitCode(1)
    default: return nil
    }
  }

  /// Each sentence on a line of its own, with its details and its help.
  private static func text(_ refusal: Refusal) -> String {
    refusal.sentences.flatMap { sentence in
      var help: [Hint] = []
      for line in sentence.help where !help.contains(line) { help.append(line) }
      var lines = ["rspmaint: " + sentence.text.text]
      lines += sentence.details.map { "  " + $0 }
      lines += help.map { "  help: " + $0.text }
      return lines
    }.map { DisplayText.line($0) + "\n" }.joined()
  }

  static func lines(_ diagnostics: [Diagnostic]) -> String {
    var report = Report()
    report.blocks = [.lines(diagnostics.flatMap { FindingsReport.lines($0, \.text) })]
    return diagnostics.isEmpty ? "" : TerminalRenderer(color: false).render(report)
  }
}
