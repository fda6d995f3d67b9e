package import Diagnostics
import Files
import Git
import PortfolioModel
package import Records

/// Files to be written below the root while the tool's lock is held.
package struct Writing: Sendable {
  /// The texts to write, by path below the prefix; nil removes a file.
  package var files: [(path: String, text: String?)] = []

  /// Files as they came, which are saved with the texts, by path below the prefix.
  package var originals: [(path: String, bytes: [UInt8])] = []

  /// Makes a list of files that are written whatever the worktree holds.
  fileprivate let ground: Snapshot?

  package init() { ground = nil }

  /// Makes a list of files that are only written where the worktree still holds what a snapshot of
  /// it does: a change that someone saves meanwhile stays.
  package init(over snapshot: Snapshot) { ground = snapshot }

  package mutating func write(_ text: String, to path: String) { files.append((path, text)) }
  package mutating func remove(_ path: String) { files.append((path, nil)) }

  package var paths: [String] { files.map(\.path) + originals.map(\.path) }
}

extension Workspace {
  /// Writes a new proposal's folder, whole or not at all.
  package func carryOut(newProposal folder: String, _ writing: Writing) throws(Refusal) {
    try refuseUnreadable(writing)
    let root = try self.folder()
    let start = Layout.proposalStart(folder).utf8.count
    do {
      if try root.kind(of: Layout.proposalsFolder) == nil {
        try root.makeFolder(at: Layout.proposalsFolder)
      }
      try root.writeWhole(
        writing.files.map {
          (String(Substring($0.path.utf8.dropFirst(start))), Array(($0.text ?? "").utf8))
        },
        to: Layout.proposalFolder(folder))
    } catch {
      throw Refusal(error)
    }
  }

  /// Refuses to write texts that this tool could not read again.
  private func refuseUnreadable(_ writing: Writing) throws(Refusal) {
    if let refusal = writing.ground?.refusal(of: writing.files) { throw refusal }
  }

  /// Writes files one after another, each whole or not at all.
  ///
  /// - Throws: `Refusal` where the texts could not be read again, or where someone has changed a
  ///   file meanwhile. Nothing is written then, unless the change comes at the last moment.
  package func carryOut(_ writing: Writing) throws(Refusal) {
    try check(writing)
    try refuseChanged(try carryOutUnlessChanged(writing))
  }

  /// Refuses texts that could not be read again, and files that someone has changed meanwhile.
  func check(_ writing: Writing) throws(Refusal) {
    try refuseUnreadable(writing)
    let folder = try folder()
    try refuseChanged(
      writing.paths.filter { !stillHolds($0, writing.ground?.files, in: folder) })
  }

  private func refuseChanged(_ paths: [String]) throws(Refusal) {
    guard paths.isEmpty else {
      throw Refusal(
        .tryAgain, "changed while this ran and not overwritten: \(paths.listed)",
        help: ["look at it, then run this again"])
    }
  }

  /// Does the same as ``carryOut(_:)``, but writes what it can, and returns the paths of the files
  /// that were kept.
  package func carryOutUnlessChanged(_ writing: Writing) throws(Refusal) -> [String] {
    let folder = try folder()
    var kept: [String] = []
    do {
      for (path, text) in writing.files {
        var isWritten = false
        if let text {
          isWritten = try folder.write(Array(text.utf8), to: path) {
            stillHolds(path, writing.ground?.files, in: folder)
          }
        } else if stillHolds(path, writing.ground?.files, in: folder) {
          try folder.remove(path)
          isWritten = true
        }
        if !isWritten { kept.append(path) }
      }
    } catch {
      throw Refusal(error)
    }
    return kept
  }

  /// Whether a file still holds what it held when it was read, as git would store it.
  private func stillHolds(
    _ path: String, _ ground: PortfolioFiles?, in folder: borrowing Folder
  ) -> Bool {
    guard let ground else { return true }
    do {
      guard try folder.kind(of: path) != nil else { return ground[path] == nil }
      let bytes = try folder.read(path, limit: Layout.limit(of: path))
      guard isInRepository else { return ground[path] == .bytes(bytes) }
      return try withRepository {
        ground[path] == .bytes(try $0.stored(bytes, path: prefix + path))
      }
    } catch {
      return false
    }
  }

  /// Runs work while the tool's lock is held: `rspmaint/lock` in the repository's common git
  /// folder, or in a plain folder a lock on `Proposals/`. It first cleans up after an interrupted
  /// run.
  ///
  /// Work inside that asks for the lock again keeps the one that it has.
  ///
  /// A rehearsal writes nothing, so it neither takes the lock nor cleans up.
  ///
  /// - Throws: `Refusal` where the day is in the future, as every verb that writes calls this.
  package func locked<Result>(
    _ verb: String, _ surroundings: Surroundings, _ work: () throws(Refusal) -> Result
  ) throws(Refusal) -> Result {
    guard !hold.isHeld else { return try work() }
    try refuseDayAhead(ofClock: surroundings)
    guard !surroundings.rehearses else { return try work() }
    // Held until the end of this scope.
    let lock = try takeLock(verb, surroundings)
    hold.isHeld = true
    defer { hold.isHeld = false }
    try tidy(surroundings)
    let result = try work()
    lock.release()
    return result
  }

  /// Does the same as ``locked(_:_:_:)`` for several steps that belong together.
  package func holdingLock<Result>(
    _ verb: String, _ surroundings: Surroundings, _ work: () throws -> Result
  ) throws -> Result {
    let outcome = try locked(verb, surroundings) { () throws(Refusal) in
      Swift.Result { try work() }
    }
    return try outcome.get()
  }

  /// Whether another run holds the lock.
  func isLocked() throws(Refusal) -> Bool {
    FileLock.isHeld(path: try lockPath())
  }

  private func takeLock(
    _ verb: String, _ surroundings: Surroundings
  ) throws(Refusal) -> FileLock {
    let path = try lockPath()
    do throws(FileProblem) {
      return try FileLock(
        path: path, waiting: surroundings.lockPatience, note: "rspmaint \(verb)")
    } catch {
      throw Refusal(
        error.isTimeOut ? .tryAgain : .cantWrite,
        (error.isTimeOut ? "another rspmaint holds the lock: " : "the lock can't be taken: ")
          + error.text,
        help: [
          error.isTimeOut
            ? "wait for it to end, then run this again" : "check the permissions of '\(path)'"
        ])
    }
  }

  private func lockPath() throws(Refusal) -> String {
    if isInRepository {
      let common = try withRepository { $0.commonDirectory }
      return common + (common.hasSuffix("/") ? "" : "/") + "rspmaint/lock"
    }
    let folder = try folder()
    do {
      if try folder.kind(of: Layout.proposalsFolder) == nil {
        try folder.makeFolder(at: Layout.proposalsFolder)
      }
    } catch {
      if !error.isTaken { throw Refusal(error) }
    }
    return (root ?? ".") + "/" + Layout.proposalsFolder
  }
}
