import Diagnostics
package import Git
import Records

extension AttributeSources {
  /// Every folder above a file, with its slash, each once; the top is empty.
  static func folders(of paths: [String]) -> [String] {
    var seen: Set<[UInt8]> = [[]]
    var folders = [""]
    for path in paths {
      let bytes = Array(path.utf8)
      for end in bytes.indices where bytes[end] == UInt8(ascii: "/") {
        guard seen.insert(Array(bytes[...end])).inserted else { continue }
        folders.append(String(decoding: bytes[...end], as: UTF8.self))
      }
    }
    return folders
  }

  /// What a tree holds to give paths their attributes.
  ///
  /// `files`: those of the tree that stand below the portfolio's own folders; `prefix`: where these
  /// are, so that only the folders on the way are looked into.
  package init(
    ofTree tree: ObjectID, _ files: [TreeFile], prefix: String, _ repository: borrowing Repository
  ) throws {
    self.init()
    var found: [TreeFile] = []
    for folder in AttributeSources.folders(of: [prefix + "x"]) {
      let file = try repository.file(at: folder + AttributeSources.name, inTree: tree)
      if let file { found.append(file) }
    }
    found += files.filter { $0.path.utf8.suffix(15).elementsEqual("/.gitattributes".utf8) }
    var left = AttributeSources.maximumSize
    for file in found {
      let text = try AttributeSources.text(of: file, repository)
      left -= text.count
      guard left >= 0 else { throw AttributeProblem.tooMuch }
      add(
        text, inFolder: String(Substring(file.path.utf8.dropLast(AttributeSources.name.utf8.count)))
      )
    }
  }

  private static let name = ".gitattributes"

  /// The text of a file that git takes for attributes.
  ///
  /// A link is none: of a clone, git reads where it leads as if that were its text.
  static func text(
    of file: TreeFile, _ repository: borrowing Repository
  ) throws -> [UInt8] {
    switch file.mode {
    case .symlink: throw AttributeProblem.noFile(file.path, "a symbolic link")
    case .gitlink: return []
    case .file, .executable: break
    }
    guard try repository.size(ofBlob: file.id) <= maximumSize else {
      throw AttributeProblem.tooMuch
    }
    return try repository.blob(file.id)
  }
}

extension Refusal {
  /// What to do where nobody can say which attributes files have.
  package init(_ problem: AttributeProblem) {
    switch problem {
    case .unclear(let file, let line, let reason):
      self.init(
        .refused,
        "line \(line) of \(file) is not read alike by all versions of git: \(reason); and it may set "
          + "attributes of files below \(Layout.bothFolders)",
        help: ["take the line out of \(file), or write it in several lines"])
    case .noFile(let file, let what):
      self.init(
        .refused,
        "\(file) can't be read for git's attributes: it is \(what)",
        help: ["put a file in its place, or take it away: rm \(Typed.word(file))"])
    case .tooMuch:
      self.init(
        .refused,
        "git's attributes of files below \(Layout.bothFolders) are more than can be judged: "
          + "at most \(AttributeSources.maximumSize >> 10) KiB, and few patterns, are",
        help: ["shorten .gitattributes: what \(Layout.bothFolders) need is one line for each"])
    }
  }
}
