import Files
import Git
import PortfolioModel

/// Files to be written below the root, all of them under the tool's lock.
package struct Writing: Sendable {
  /// By path below the prefix; nil removes.
  package var files: [(path: String, text: String?)] = []

  package init() {}

  package mutating func write(_ text: String, to path: String) { files.append((path, text)) }
  package mutating func remove(_ path: String) { files.append((path, nil)) }

  package var paths: [String] { files.map(\.path) }
}

extension Workspace {
  /// Writes a new proposal's folder, whole or not at all.
  func carryOut(
    newProposal folder: String, _ files: [(name: String, text: String)]
  ) throws(Refusal) {
    let root = try self.folder()
    do {
      if try root.kind(of: Layout.proposalsFolder) == nil {
        try root.makeFolder(at: Layout.proposalsFolder)
      }
      try root.writeWhole(
        files.map { ($0.name, Array($0.text.utf8)) },
        to: Layout.proposalsFolder + "/" + folder)
    } catch {
      throw Refusal(error)
    }
  }

  /// Writes files one after another, each whole or not at all.
  package func carryOut(_ writing: Writing) throws(Refusal) {
    let folder = try folder()
    do {
      for (path, text) in writing.files {
        if let text {
          try folder.write(Array(text.utf8), to: path)
        } else {
          try folder.remove(path)
        }
      }
    } catch {
      throw Refusal(error)
    }
  }

  /// Runs work under the tool's lock: in a repository `rspmaint/lock` of the common git folder,
  /// else a lock on `Proposals/`. First puts in order what an interrupted run left behind.
  ///
  /// Work that takes the lock again goes on under the lock that it has.
  package func locked<Result>(
    _ verb: String, _ surroundings: Surroundings, _ work: () throws(Refusal) -> Result
  ) throws(Refusal) -> Result {
    guard !hold.isHeld else { return try work() }
    // Held until the end of this scope.
    let lock = try takeLock(verb, surroundings)
    hold.isHeld = true
    defer { hold.isHeld = false }
    try tidy(surroundings)
    let result = try work()
    lock.release()
    return result
  }

  /// As ``locked(_:_:_:)``, for several steps that belong together.
  package func holdingLock<Result>(
    _ verb: String, _ surroundings: Surroundings, _ work: () throws -> Result
  ) throws -> Result {
    let outcome = try locked(verb, surroundings) { () throws(Refusal) in
      Swift.Result { try work() }
    }
    return try outcome.get()
  }

  /// Whether a run is under way.
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
        help: ["wait for it to end, then run this again"])
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
