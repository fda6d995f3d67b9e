package import Diagnostics
import Files
import Git
package import PortfolioModel
import Records

/// What is sealed here: it stays in the common git folder until it may be shared.
extension Workspace {
  /// The fields of what is sealed at a place; nil where nothing is.
  package func sealed(at place: SealPlace) throws(Refusal) -> Fields? {
    let bytes: [UInt8]
    do {
      bytes = try commonFolder().read(place.path, limit: Limits.record)
    } catch {
      guard let problem = error as? FileProblem else { throw Workspace.refusal(error) }
      if problem.isMissing { return nil }
      throw Refusal(problem)
    }
    let file = RecordFile(bytes, path: place.path, schema: place.schema)
    guard let fields = file.fields, file.diagnostics.isEmpty else {
      throw Refusal(
        .data, "the sealed \(place.words) can't be read",
        details: file.diagnostics.map(\.sentence),
        help: ["they are in the git folder, at \(place.path)"])
    }
    return fields
  }

  /// Seals a text, in the place of what is sealed there already.
  package func seal(_ text: String, at place: SealPlace) throws(Refusal) {
    do {
      try commonFolder().write(Array(text.utf8), to: place.path)
    } catch {
      throw Workspace.refusal(error)
    }
  }

  /// Removes what is sealed at some places, once it is shared.
  package func removeSealed(at places: [SealPlace]) throws(Refusal) {
    for place in places {
      do {
        try commonFolder().remove(place.path)
      } catch {
        if let problem = error as? FileProblem, problem.isMissing { continue }
        throw Workspace.refusal(error)
      }
    }
  }

  /// Writes a text to a folder too, so that it is not lost with this machine.
  ///
  /// - Parameter salt: Tells it from others of the same place.
  package func keep(
    _ text: String, of place: SealPlace, salt: String, in folder: String
  ) throws(Refusal) {
    do {
      try Folder(folder).write(Array(text.utf8), to: "\(place.keptStart)\(salt).yml")
    } catch {
      throw Workspace.refusal(error)
    }
  }

  /// What a folder keeps of a place; what can't be read is left out.
  package func kept(of place: SealPlace, in folder: String) throws(Refusal) -> [Fields] {
    do {
      let folder = try Folder(folder)
      let names = try folder.entries(at: "").map(\.name).filter {
        $0.hasPrefix(place.keptStart) && $0.hasSuffix(".yml")
      }
      return try names.compactMap { name in
        let file = RecordFile(
          try folder.read(name, limit: Limits.record), path: name, schema: place.schema)
        return file.diagnostics.isEmpty ? file.fields : nil
      }
    } catch {
      throw Workspace.refusal(error)
    }
  }

  func commonFolder() throws(Refusal) -> Folder {
    let path = try withRepository { $0.commonDirectory }
    do {
      return try Folder(path)
    } catch {
      throw Refusal(error)
    }
  }

  static func refusal(_ error: any Error) -> Refusal {
    if let refusal = error as? Refusal { return refusal }
    if let problem = error as? FileProblem { return Refusal(problem) }
    return Refusal(.cantWrite, "\(error)")
  }
}
