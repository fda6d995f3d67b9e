import Diagnostics
import PortfolioModel
import Records
import Reports
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
    Console.print("Type 'quit' at any question to leave; nothing is written before the end.\n")
    while true {
      switch interview.state {
      case .finished(let request): return request
      case .cancelled: throw Refusal(.refused, "nothing was written")
      case .asking(let prompt):
        show(prompt)
        guard let line = readAnswer(prompt) else {
          Console.print("\n")
          interview.cancel()
          continue
        }
        interview.answer(line)
      }
    }
  }

  private static func show(_ prompt: ProposalInterview.Prompt) {
    var report = Report()
    for line in prompt.lines { report.blocks.append(.paragraph([Span(line.text)])) }
    let text = report.blocks.map { block in
      var single = Report()
      single.blocks = [block]
      return TerminalRenderer(color: false).render(single)
    }.joined()
    Console.print(text)
    let hint =
      prompt.isProse && Console.variable("EDITOR") != nil ? " (empty opens your editor)" : ""
    Console.print("\(DisplayText.line(prompt.question.text))\(hint): ")
  }

  /// The answer, or nil at the end of the input.
  private static func readAnswer(_ prompt: ProposalInterview.Prompt) -> String? {
    guard let line = readLine() else { return nil }
    guard prompt.isProse, line.isEmpty, let editor = Console.variable("EDITOR") else { return line }
    return Editor.text(editor) ?? ""
  }
}
