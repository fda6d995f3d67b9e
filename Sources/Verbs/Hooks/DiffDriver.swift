import Diagnostics
import PortfolioModel
import Records

/// Git's settings by which it shows changes of files in words.
enum DiffDriver {
  /// The key of the command that turns a file into words.
  static let key = "diff.rspmaint.textconv"

  private static let begin = "# rspmaint hooks: begin"
  private static let end = "# rspmaint hooks: end"

  static func command(_ program: String) -> String { "\(Typed.quoted(program)) hooks run diff" }

  /// Whether a command is one of ours, of whatever program.
  static func isOurs(_ command: String) -> Bool { command.hasSuffix(" hooks run diff") }

  /// The lines that give our files to the driver, wherever in a repository they lie.
  private static var lines: [String] {
    [begin] + Layout.folders.map { "**/\($0)/**/*.yml diff=rspmaint" } + [end]
  }

  /// Whether attributes hold our lines.
  static func isIn(_ attributes: String) -> Bool {
    adding(to: removing(from: attributes)).hasSameBytes(as: attributes)
  }

  /// Attributes with our lines at the end, in place of those that were there.
  static func adding(to attributes: String) -> String {
    let others = removing(from: attributes)
    let start = others.isEmpty || others.hasSuffix("\n") ? others : others + "\n"
    return start + lines.joined(separator: "\n") + "\n"
  }

  /// Attributes without our lines.
  static func removing(from attributes: String) -> String {
    var lines = attributes.split(separator: "\n", omittingEmptySubsequences: false)
    while let first = lines.firstIndex(where: { $0 == begin }),
      let last = lines[first...].firstIndex(where: { $0 == end })
    {
      lines.removeSubrange(first...last)
    }
    return lines.joined(separator: "\n")
  }
}
