package import Diagnostics
package import Git
package import PortfolioModel
import Records

extension Workspace {
  /// Saves files below the prefix: exactly these become one commit on HEAD's branch. Nil removes a
  /// file.
  ///
  /// - Parameter refuse: Called with each tip on which the commit could be made.
  package func save(
    _ files: [(path: String, bytes: [UInt8]?)], as message: SaveMessage,
    _ surroundings: Surroundings,
    unless refuse: (_ tip: ObjectID) throws(Refusal) -> Void = { _ in }
  ) throws(Refusal) -> Published {
    let files = files.map { (path: prefix + $0.path, bytes: $0.bytes) }
    let paths = files.map(\.path)
    let title = Abridgement.byBlob.quoted(message.text)
    let text = title + message.trailers
    var start: ObjectID?
    return try publish("save", surroundings) { (tip, _) throws(Refusal) in
      try refuseLinks(paths)
      if let start { try refuseOvertaken(paths, since: start, by: tip) }
      start = start ?? tip
      try refuse(tip)
      return Publication(
        title, [Publication.Commit("what was to be saved", message: text, files: files)])
    }
  }

  /// Refuses where another program has meanwhile committed a change to the same files.
  private func refuseOvertaken(
    _ paths: [String], since start: ObjectID, by tip: ObjectID
  ) throws(Refusal) {
    let changed = try withRepository { repository in
      let (old, new) = (try repository.commit(start).tree, try repository.commit(tip).tree)
      return try paths.filter {
        try repository.file(at: $0, inTree: old) != repository.file(at: $0, inTree: new)
      }
    }
    guard changed.isEmpty else {
      throw Refusal(
        .tryAgain, "another program has just committed \(changed.listed)",
        help: ["look at it, then run this again"])
    }
  }
}
