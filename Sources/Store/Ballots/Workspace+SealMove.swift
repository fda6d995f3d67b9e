package import Diagnostics
import Files
import PortfolioModel
import Records

/// All that is sealed here, to be moved to another machine.
extension Workspace {
  /// The files that are sealed here, by path: the id of the ballot or survey, then what is below its
  /// folder.
  package func sealedFiles(
    for matter: SealPlace.Matter
  ) throws(Refusal) -> [(path: String, bytes: [UInt8])] {
    do {
      let folder = try commonFolder()
      var files: [(path: String, bytes: [UInt8])] = []
      var folders = [""]
      while let path = folders.popLast() {
        let entries = try Workspace.entries(of: matter.start + path, in: folder)
        for entry in entries where !entry.name.hasPrefix(Folder.temporaryPrefix) {
          if entry.kind == .folder { folders.append(path + entry.name + "/") }
          guard entry.kind == .file else { continue }
          let bytes = try folder.read(
            matter.start + path + entry.name, limit: Limits.original)
          files.append((path + entry.name, bytes))
        }
      }
      return files.sorted { $0.path.precedesBytewise($1.path) }
    } catch {
      throw Workspace.refusal(error)
    }
  }

  static func entries(
    of path: String, in folder: borrowing Folder
  ) throws(FileProblem) -> [Folder.Entry] {
    do {
      return try folder.entries(at: String(path.dropLast()))
    } catch {
      if error.isMissing { return [] }
      throw error
    }
  }

  /// The bytes of a sealed file; nil where there is none.
  package func sealedFile(
    at path: String, for matter: SealPlace.Matter
  ) throws(Refusal) -> [UInt8]? {
    do {
      return try commonFolder().read(matter.start + path, limit: Limits.original)
    } catch {
      if let problem = error as? FileProblem, problem.isMissing { return nil }
      throw Workspace.refusal(error)
    }
  }

  /// Writes a sealed file that came from another machine.
  package func seal(
    _ bytes: [UInt8], at path: String, for matter: SealPlace.Matter
  ) throws(Refusal) {
    do {
      try commonFolder().write(bytes, to: matter.start + path)
    } catch {
      throw Workspace.refusal(error)
    }
  }
}
