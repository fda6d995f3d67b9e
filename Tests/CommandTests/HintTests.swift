import ArgumentParser
@testable import Commands
import Diagnostics
import Testing

@Suite("What hints tell to type")
struct HintTests {
  /// Takes the words of a call as the binary does, with numbers, ids and days for what stands for them.
  private func parse(_ words: [String]) throws {
    let call = words.filter { $0 != AdvisedCommand.more }.map { word in
      switch word {
      case "N": "1"
      case "ID", "BODY": "a"
      case "COMMENT": "a-1"
      case "NUMBERS": "1"
      case "FACTORS": "tooling,maturity"
      case "DATE", "YYYY-MM-DD": "2026-01-05"
      default: word
      }
    }
    do {
      _ = try Rspmaint.parseAsRoot(call)
    } catch {
      Issue.record("\(call.joined(separator: " ")): \(Rspmaint.message(for: error))")
    }
  }

  @Test("Commands are those of the tool", arguments: AdvisedCommand.samples)
  func commands(command: AdvisedCommand) throws { try parse(command.words + command.rest) }

  @Test("Options are those of the tool", arguments: AdvisedOption.allCases)
  func options(option: AdvisedOption) throws {
    try parse(option.call + [option.name] + (option.placeholder.map { [$0] } ?? []))
  }

  @Test("Words stand in quotation marks where they have none")
  func wording() {
    let hints: [(hint: Hint, text: String)] = [
      (
        "open it: \(run: .open(2)), then \(run: .review(2, .object))",
        "open it: 'rspmaint open 2', then 'rspmaint review 2 --object --comment TEXT'"
      ),
      ("\(line: .propose(.move("a", to: "legacy")))", "rspmaint propose a --set group=legacy …"),
      (
        "add \(option: .comment), leave out \(flag: .asOf)",
        "add '--comment TEXT', leave out '--as-of'"
      ),
      ("\(option: .set, "a=low", with: .dropRegions)", "'--set a=low --drop-regions'"),
      ("\(option: .set, "a=[b]")", "--set 'a=[b]'"),
      ("\(run: .validate(revision: "a b"))", "rspmaint validate --rev 'a b'"),
      (
        "\(gitLine: .add(["a b"]), in: "c") && \(gitLine: .fetch)",
        "git -C 'c' add 'a b' && git fetch"
      ),
      ("\(git: .status)", "'git status'"),
      ("\(install: .openSSHClient)", "apt-get install openssh-client"),
    ]
    for (hint, text) in hints { #expect(hint.text == text) }
  }

  @Test("Lines are equal where their words are")
  func equality() {
    let word = "b"
    #expect(Hint("a b") == "a \(word)")
    #expect("a " + "b \(run: .open(1))" == "a \(word) \(run: .open(1))" as Hint)
    #expect(["a", "\(run: .open(1))"].joined(separator: "; ") == "a; \(run: .open(1))" as Hint)
    #expect(Hint("").isEmpty && ("" as Hint).isEmpty)
  }
}
