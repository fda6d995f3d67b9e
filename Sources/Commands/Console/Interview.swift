import Diagnostics
import PortfolioModel
import Records
import Store
import Verbs

/// Asks on a terminal for what the flags left open.
enum Interview {
  /// - Throws: `Refusal` where there is no terminal to ask on, or where the user gave up.
  static func run(
    _ request: ProposeRequest, _ workspace: borrowing Workspace, _ global: GlobalOptions
  ) throws -> ProposeRequest {
    guard Console.isInputTerminal else {
      throw Refusal(
        .usage, "the proposal changes nothing",
        help: [
          "\(line: .propose(.whole))",
          "or edit files under \(Layout.portfolioStart) and run \(run: .propose(.fromWorktree))",
          "or run it on a terminal, which asks",
        ])
    }
    let base = try workspace.snapshot(.worktree).readable()
    var interview = ProposalInterview(
      base: base, today: global.surroundings.today, request: request)
    let width = Console.outputWidth
    Console.print(
      QuestionText.wrapped(
        "Type 'back' at any question to go back a step, 'quit' to leave; nothing is written before "
          + "the end.", width: width) + "\n")
    while true {
      switch interview.state {
      case .finished(let request): return request
      case .cancelled: throw Refusal(.refused, "nothing was written")
      case .asking(let prompt):
        show(prompt, width: width)
        guard let line = readAnswer(prompt) else {
          Console.print("\n")
          interview.cancel()
          continue
        }
        interview.answer(line)
      }
    }
  }

  private static func show(_ prompt: ProposalInterview.Prompt, width: Int) {
    for line in prompt.lines {
      Console.print(QuestionText.wrapped(line.text, width: width) + "\n")
    }
    let hint =
      prompt.isProse && Console.variable("EDITOR") != nil ? " (empty opens your editor)" : ""
    let question = prompt.question.text + hint + ":"
    // The answer stands behind it, and wants some room.
    Console.print(QuestionText.wrapped(question, width: width - 16) + " ")
  }

  /// The answer, or nil at the end of the input.
  private static func readAnswer(_ prompt: ProposalInterview.Prompt) -> String? {
    guard let line = readLine() else { return nil }
    guard prompt.isProse, line.isEmpty, let editor = Console.variable("EDITOR") else { return line }
    return Editor.text(editor) ?? ""
  }
}
