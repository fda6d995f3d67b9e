import Diagnostics
package import Git
import Records

extension AttributeSources {
  /// Every folder above one of the files, once and with its final slash; the top is the empty text.
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

  /// Collects the `.gitattributes` files of a tree that apply to some paths.
  ///
  /// `files`: the tree's files below the portfolio's own folders; `prefix`: the folder that holds
  /// those two, so that only the folders above them are searched.
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

  /// The text of a file from which git reads attributes.
  ///
  /// A symbolic link is refused: some versions of git follow it in a clone.
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
  /// Says what to do where the attributes of files can't be known.
  package init(_ problem: AttributeProblem) {
    switch problem {
    case .unclear(let file, let line, let reason):
      self.init(
        .refused,
        "versions of git read line \(line) of \(file) differently: \(reason); the line may set "
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
        "git's attributes for files below \(Layout.bothFolders) are too many to judge: the limit "
          + "is \(AttributeSources.maximumSize >> 10) KiB with few patterns",
        help: ["shorten .gitattributes: what \(Layout.bothFolders) need is one line for each"])
    }
  }
}
