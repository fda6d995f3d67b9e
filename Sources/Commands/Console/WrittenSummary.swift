import Diagnostics
import PortfolioModel
import Records
import Reports
import Store

/// Prints what became of the files that a verb had to write.
enum WrittenSummary {
  /// Says first that a run only rehearses.
  static func announceRehearsal() {
    Console.print("Nothing is written. Without --dry-run, this would be said and done:\n")
  }

  /// - Parameter number: The proposal that the files belong to; nil for those of a ballot.
  /// - Parameter lead: What stands before the path of each file.
  static func print(_ written: Written, of number: Int?, after lead: String = "Wrote ") {
    for file in written.files where written.ending != .unchanged {
      if written.isRehearsed {
        show(file.text, at: file.path)
      } else {
        Console.print("\(lead)\(DisplayText.line(file.path))\n")
      }
    }
    for path in written.originals {
      Console.print(
        "\(written.isRehearsed ? "Keep " : "Kept ")\(DisplayText.line(path)) as it came\n")
    }
    Console.print(DisplayText.line(sentence(on: written, of: number).text) + "\n")
  }

  private static func show(_ text: String?, at path: String) {
    let lines = (text ?? "").split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    // Thousands of lines that only programs read would push out all that stands above them.
    guard !path.hasSuffix(".json") else {
      return Console.print(
        "Write \(DisplayText.line(path)): \(lines.count.counted("line")) for programs\n")
    }
    Console.print("Write \(DisplayText.line(path)):\n")
    for line in lines {
      Console.print(DisplayText.escaped("  \(line)") + "\n")
    }
  }

  /// What became of the files as a whole.
  static func sentence(on written: Written, of number: Int?) -> Hint {
    let message = Abridgement.byBlob.quoted(written.message.text)
    return switch written.ending {
    case .saved(let id): "Saved as \(id.prefix(10))."
    case .unchanged: "It is saved so already."
    case .written: "Not saved yet: \(run: .save(number))."
    case .withoutHistory: "There is no history here, so the files are only written."
    case .rehearsed(true): "Save this as “\(message)”."
    case .rehearsed(false): "Save nothing."
    }
  }
}
