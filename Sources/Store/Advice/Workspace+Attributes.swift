package import Diagnostics
import Files
import Git
import Records

extension Workspace {
  /// Refuses where an attribute would make git change one of the files on its way to or from the
  /// worktree. Paths that future records may have are checked too.
  package func refuseAttributes(_ paths: [String]) throws(Refusal) {
    let paths = paths + Layout.examples.map { prefix + $0 }
    let sources = try attributeSources(of: paths)
    let found = try withRepository { _ in
      try ContentAlteringAttribute.found(among: paths, in: sources)
    }
    guard let (name, path) = found.first else { return }
    throw Refusal(
      .refused,
      "git's attributes set '\(name)' on \(path), so git would not keep the file as it is written",
      help: [
        "take it off \(Layout.bothFolders) in .gitattributes, in .git/info/attributes, or in the "
          + "file that \(git: .config(.read("core.attributesFile"))) names",
        "see what counts: \(gitLine: .attribute(name, of: path), in: elsewhereTop)",
      ])
  }

  /// The files from which git reads the attributes of some paths here.
  private func attributeSources(of paths: [String]) throws(Refusal) -> AttributeSources {
    var sources = AttributeSources()
    var files = try withRepository { try $0.attributeFiles() }
    let own = files.removeLast()
    sources.own = try Workspace.outside(own)
    for file in files { sources.common += try Workspace.outside(file).map { [$0] } ?? [] }
    guard let top else { return sources }
    for place in AttributeSources.folders(of: paths) {
      let file = place + ".gitattributes"
      if Workspace.isLink(file, in: top) { throw Refusal(.noFile(file, "a symbolic link")) }
      if let bytes = try Workspace.text(file, in: top) {
        sources.add(bytes, inFolder: place)
        continue
      }
      let indexed = try withRepository { (repository) -> [UInt8]? in
        guard let file = try repository.indexedAttributes(inFolder: place) else { return nil }
        return try AttributeSources.text(of: file, repository)
      }
      if let indexed { sources.add(indexed, inFolder: place) }
    }
    return sources
  }

  private static func isLink(_ path: String, in top: String) -> Bool {
    do {
      return try Folder(top).kind(of: path) == .symlink
    } catch {
      return false
    }
  }

  /// The text of an attribute file outside the worktree; links are followed, as git does.
  private static func outside(_ path: String) throws(Refusal) -> AttributeSources.Outside? {
    guard let real = Path.real(path), let folder = Path.above(real),
      let bytes = try text(Path.parts(real).name, in: folder, as: path)
    else { return nil }
    return AttributeSources.Outside(place: path, bytes: bytes)
  }

  /// The text of a file below a folder, or nil where git doesn't read the file either.
  ///
  /// `name`: what messages call the file.
  private static func text(
    _ path: String, in folder: String, as name: String? = nil
  ) throws(Refusal) -> [UInt8]? {
    let name = name ?? path
    do {
      let folder = try Folder(folder)
      switch try folder.kind(of: path) {
      case .file: return try folder.read(path, limit: AttributeSources.maximumSize)
      case .other: throw Refusal(.noFile(name, "a pipe, a socket or a device"))
      default: return nil
      }
    } catch let error as FileProblem {
      // Git doesn't look for attributes behind a link, or where a file stands in a folder's place.
      if error.isMissing || error.isBlocked { return nil }
      throw Refusal(error.isTooLarge ? .tooMuch : .noFile(name, error.text))
    } catch let refusal as Refusal {
      throw refusal
    } catch {
      throw Refusal(.cantWrite, "\(error)")
    }
  }
}
