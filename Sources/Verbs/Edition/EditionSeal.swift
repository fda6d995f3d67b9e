import Files
import PortfolioModel

/// The message of an edition's tag: what it is, and the digest of each part that follows from it.
struct EditionSeal: Equatable {
  let title: String
  /// Nil stands for the first commit.
  let base: String?
  /// The version of the tool that made the parts.
  let maker: String
  /// The folder that holds the portfolio: empty, or `a/b/`.
  let folder: String
  /// By the name of the part.
  let digests: [String: String]

  init(_ edition: Edition, _ digests: [String: String], maker: String, folder: String) {
    (title, base) = (edition.title, edition.base)
    (self.digests, self.maker, self.folder) = (digests, maker, folder)
  }

  /// Reads what ``text`` writes; nil for anything else.
  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var digests: [String: String] = [:]
    var (base, maker): (String?, String?) = (nil, nil)
    var folder = ""
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      guard words.count > 1 else { continue }
      switch words[0] {
      case "Base:" where words.count == 2: base = words[1]
      case "Maker:" where words.count == 3: maker = words[2]
      case "Folder:": folder = words.dropFirst().joined(separator: " ")
      case "SHA-256:" where words.count == 3: digests[words[1]] = words[2]
      default: continue
      }
    }
    guard let title = lines.first, let maker, EditionSeal.isFolder(folder) else { return nil }
    (self.title, self.maker, self.digests, self.folder) = (title, maker, digests, folder)
    self.base = base == EditionSeal.root ? nil : base
    guard text.hasSameBytes(as: self.text) else { return nil }
  }

  /// Whether it is empty, or a folder's path as ``folder`` is written, which leads nowhere else.
  private static func isFolder(_ text: String) -> Bool {
    let steps = Path.steps(text)
    return Path.leadDown(steps) && text.hasSameBytes(as: steps.map { $0 + "/" }.joined())
  }

  private static let root = "first-commit"

  var text: String {
    let lines = digests.sorted { $0.key.precedesBytewise($1.key) }
      .map { "SHA-256: \($0.key) \($0.value)\n" }
    return "\(title)\n\nBase: \(base ?? EditionSeal.root)\nMaker: rspmaint \(maker)\n"
      + (folder.isEmpty ? "" : "Folder: \(folder)\n") + lines.joined()
  }
}
