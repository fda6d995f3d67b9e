package import Diagnostics
import Files
import Git
package import PortfolioModel
import Records

/// Replies that are sealed until voting ends: they stay in the common git folder, outside of what is
/// shared.
extension Workspace {
  static let sealedFolder = "rspmaint/ballots/"

  static func sealedPath(_ body: Identifier, _ ballot: Identifier) -> String {
    "\(sealedFolder)\(ballot)/\(body).yml"
  }

  /// The replies of a body that are sealed here, in the order in which they came; none where there
  /// are none.
  package func sealedReplies(
    of body: Identifier, to ballot: Identifier
  ) throws(Refusal) -> [Reply] {
    let path = Workspace.sealedPath(body, ballot)
    let bytes: [UInt8]
    do {
      bytes = try commonFolder().read(path, limit: Limits.record)
    } catch {
      guard let problem = error as? FileProblem else { throw Workspace.refusal(error) }
      if problem.isMissing { return [] }
      throw Refusal(problem)
    }
    let file = RecordFile(bytes, path: path, schema: .replies)
    guard let fields = file.fields, file.diagnostics.isEmpty else {
      throw Refusal(
        .data, "the sealed replies of '\(body)' can't be read",
        details: file.diagnostics.map(\.sentence),
        help: ["they are in the git folder, at \(path)"])
    }
    return Reply.all(in: fields)
  }

  /// Seals the replies of a body, in the place of those that are sealed already.
  package func seal(
    _ replies: [Reply], of body: Identifier, to ballot: Identifier
  ) throws(Refusal) {
    do {
      try commonFolder().write(
        Array(BallotFiles.replies(replies).utf8), to: Workspace.sealedPath(body, ballot))
    } catch {
      throw Workspace.refusal(error)
    }
  }

  /// Removes the sealed replies of some bodies, once they are shared.
  package func removeSealed(of bodies: [Identifier], to ballot: Identifier) throws(Refusal) {
    for body in bodies {
      do {
        try commonFolder().remove(Workspace.sealedPath(body, ballot))
      } catch {
        if let problem = error as? FileProblem, problem.isMissing { continue }
        throw Workspace.refusal(error)
      }
    }
  }

  /// Writes a reply to a folder too, so that it is not lost with this machine.
  package func keep(
    _ reply: Reply, of body: Identifier, to ballot: Identifier, in folder: String
  ) throws(Refusal) {
    do {
      try Folder(folder).write(
        Array(BallotFiles.replies([reply]).utf8), to: "\(ballot)-\(body)-\(reply.salt).yml")
    } catch {
      throw Workspace.refusal(error)
    }
  }

  /// The replies that a folder keeps of a body.
  package func keptReplies(
    of body: Identifier, to ballot: Identifier, in folder: String
  ) throws(Refusal) -> [Reply] {
    do {
      let folder = try Folder(folder)
      let names = try folder.entries(at: "").map(\.name).filter {
        $0.hasPrefix("\(ballot)-\(body)-") && $0.hasSuffix(".yml")
      }
      return try names.flatMap { name in
        let file = RecordFile(
          try folder.read(name, limit: Limits.record), path: name, schema: .replies)
        return file.diagnostics.isEmpty ? file.fields.map(Reply.all) ?? [] : []
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
