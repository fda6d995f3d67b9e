package import Diagnostics
import Files
package import Git
import Records

/// A bare repository of one edition's objects in a temporary folder, in which it is proved.
package struct ScratchRepository: ~Copyable {
  private let folder: TemporaryFolder
  package let workspace: Workspace

  /// What a message calls the folder, which is gone when it is read.
  package func told(_ message: String) -> String {
    message.replacing("'\(folder.path)/'", with: "the file")
      .replacing("'\(folder.path)'", with: "the file")
  }

  private init(_ folder: consuming TemporaryFolder, _ workspace: consuming Workspace) {
    self.folder = folder
    self.workspace = workspace
  }

  /// - Parameter prefix: The folder that holds the portfolio: empty, or `a/b/`.
  /// - Parameter tag: What the edition's tag is called below `edition/`, and its object.
  package static func make(
    of objects: [RawObject], prefix: String, tip: ObjectID,
    tag: (name: String, id: ObjectID), _ surroundings: Surroundings
  ) throws(Refusal) -> ScratchRepository {
    let folder = try temporaryFolder(surroundings)
    let settings = "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"
    let own = prefix.isEmpty ? "" : "[rspmaint]\n\tfolder = \"\(prefix)\"\n"
    try fill(
      folder.path,
      [
        ("config", settings + own), ("HEAD", "ref: refs/heads/edition\n"),
        ("refs/heads/edition", tip.hex + "\n"), (Layout.editionTags + tag.name, tag.id.hex + "\n"),
      ])
    let workspace = try Workspace(at: folder.path)
    try workspace.withRepository { try $0.storeForNow(objects) }
    return ScratchRepository(folder, workspace)
  }

  private static func temporaryFolder(
    _ surroundings: Surroundings
  ) throws(Refusal) -> TemporaryFolder {
    do throws(FileProblem) {
      return try TemporaryFolder(wished: surroundings.programVariables["TMPDIR"])
    } catch {
      throw Refusal(error)
    }
  }

  private static func fill(
    _ path: String, _ files: [(path: String, text: String)]
  ) throws(Refusal) {
    do throws(FileProblem) {
      let folder = try Folder(path)
      for path in ["objects", "refs", "refs/heads"] { try folder.makeFolder(at: path) }
      for file in files { try folder.write(Array(file.text.utf8), to: file.path) }
    } catch {
      throw Refusal(error)
    }
  }
}
