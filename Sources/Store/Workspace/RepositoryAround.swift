import Diagnostics
import Files
import Git

/// The repository around a portfolio, which is opened when something first needs it: most of what
/// reads a worktree needs nothing of git.
final class RepositoryAround {
  private var opened: Repository?
  /// Where to open it; nil where it is open, or where there is none.
  private var place: String?
  /// The absolute path of its git folder, where that is known without opening it.
  let usualFolder: String?

  /// A repository that is open, or none.
  init(_ opened: consuming Repository?) {
    self.opened = opened
    usualFolder = nil
  }

  /// A repository that is not open yet, and whose git folder is `.git` in a folder.
  init(openingAt place: String, in top: String) {
    self.place = place
    usualFolder = top + "/.git"
  }

  /// Whether there is a repository.
  var exists: Bool {
    guard place == nil else { return true }
    return switch opened {
    case .some: true
    case nil: false
    }
  }

  /// Whether there is a repository that is not open yet.
  var isUnopened: Bool { place != nil }

  /// Opens the repository where it is not open yet.
  ///
  /// - Throws: `Refusal` where it can't be opened.
  private func open() throws(Refusal) {
    guard let start = place else { return }
    do {
      opened = try Repository(discovering: start)
      place = nil
    } catch {
      throw Workspace.refusal(error, top: Workspace.gitTop(above: start), start: start)
    }
  }

  /// Runs work on the repository; returns nil where there is none.
  func with<Result>(_ work: (borrowing Repository) throws -> Result) throws -> Result? {
    try open()
    switch opened {
    case .some(let repository): return try work(repository)
    case nil: return nil
    }
  }

  /// The folder whose `.git` is a usual repository of its own, from a path upwards; nil where that
  /// can only be told by opening it.
  static func usualTop(above start: String) -> String? {
    guard let top = Workspace.gitTop(above: start), Path.isFolder(top + "/.git"),
      Path.isOwn(top), Path.isOwn(top + "/.git")
    else { return nil }
    do {
      let bytes = try Folder(top + "/.git").read("config", limit: 1 << 16)
      let text = String(decoding: bytes, as: UTF8.self).lowercased()
      let isUsual =
        text.split(separator: "\n").allSatisfy(isPlain)
        && text.contains("repositoryformatversion = 0") && text.contains("bare = false")
        && !["worktree", "include", "extensions", "bare = true"].contains { text.contains($0) }
      let isWhole = ["HEAD", "objects", "refs"].allSatisfy { Path.exists(top + "/.git/" + $0) }
      return isUsual && isWhole ? top : nil
    } catch {
      return nil
    }
  }

  /// Whether a line of git's configuration is a heading, a comment, or a key with a value that needs
  /// no quotes: git may refuse any other.
  private static func isPlain(_ line: Substring) -> Bool {
    let line = line.drop { $0 == " " || $0 == "\t" }
    switch line.first {
    case nil, "#", ";": return true
    case "[": return line.last == "]" && line.count { $0 == "\"" } % 2 == 0
    default: return line.contains("=") && !line.contains { "\"\\".contains($0) }
    }
  }
}
