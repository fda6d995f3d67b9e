package import Diagnostics
import Files
import PortfolioModel

/// Judges the message of a commit that is made by hand, as git's hook commit-msg: it may not hold the
/// lines by which `audit` knows acceptances, corrections and editions.
///
/// Subjects are free: nothing rests on them.
package struct JudgeMessage: Sendable {
  private let path: String

  /// - Parameter path: The file that holds the message.
  package init(at path: String) { self.path = path }

  /// - Throws: `Refusal` where the message holds such a line, or can't be read.
  package func run() throws(Refusal) {
    let parts = Path.parts(path)
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try Folder(parts.folder.isEmpty ? "." : parts.folder).read(parts.name, limit: 1 << 20)
    } catch {
      throw Refusal(.noInput, "the message can't be read from '\(path)': \(error.text)")
    }
    let lines = JudgeMessage.kept(String(decoding: bytes, as: UTF8.self))
    let forged = lines.filter(AuditTrailers.isOwn)
    guard !forged.isEmpty else { return }
    throw Refusal(
      .refused, "the message holds lines that rspmaint alone writes, so the audit would object:",
      details: Refusal.quoted(forged.joined(separator: "\n")),
      help: [
        "take them out; a proposal is accepted by \(run: .commit(nil))",
        "an acceptance is not amended: \(run: .correct(nil)) adds to what the changelog says of it",
      ])
  }

  /// The lines that git keeps: no comment, and nothing below the line that cuts off a diff.
  private static func kept(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
      .prefix { !$0.hasPrefix("# ------------------------ >8 ---") }
      .filter { !$0.hasPrefix("#") }
  }
}
