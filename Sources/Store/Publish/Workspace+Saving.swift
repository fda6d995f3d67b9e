package import Diagnostics
import Files
import Git
package import PortfolioModel
import Records

extension Workspace {
  /// Runs a step in the life of a proposal, or the writing of a new one, while the tool's lock is
  /// held. Where the step will be saved, it is refused first if that is not possible.
  ///
  /// - Parameter number: The proposal whose files the step changes; nil for a new one.
  package func step<Result>(
    _ verb: String, of number: Int?, _ surroundings: Surroundings,
    _ work: () throws(Refusal) -> Result
  ) throws(Refusal) -> Result {
    try locked(verb, surroundings) { () throws(Refusal) -> Result in
      if surroundings.saves, isInRepository {
        try refuseUncommittable(surroundings)
        if let number { try refuseUnsaved(number) }
      }
      return try work()
    }
  }

  /// Writes what a step changes, and saves it, as the surroundings ask.
  ///
  /// A save is whole or not at all: the files are written when the commit is made. Where it is not
  /// saved, they are written one after another, in their order; a new proposal's folder as a whole.
  ///
  /// - Parameter folder: The name of a new proposal's folder.
  /// - Throws: `Refusal` where the texts could not be read again, where someone has changed a file
  ///   meanwhile, or where a hook or signer refuses. Nothing is written then.
  package func carryOut(
    _ writing: Writing, newProposal folder: String? = nil, as message: SaveMessage,
    _ surroundings: Surroundings
  ) throws(Refusal) -> Written {
    let ending: Written.Ending
    if surroundings.rehearses {
      try check(writing)
      ending = .rehearsed(saves: surroundings.saves && isInRepository)
    } else if surroundings.saves, isInRepository {
      try check(writing)
      ending = try save(writing, as: message, surroundings)
    } else {
      if let folder {
        try carryOut(newProposal: folder, writing)
      } else {
        try carryOut(writing)
      }
      ending = isInRepository ? .written : .withoutHistory
    }
    return Written(
      files: writing.files, originals: writing.originals.map(\.path), message: message,
      ending: ending)
  }

  private func save(
    _ writing: Writing, as message: SaveMessage, _ surroundings: Surroundings
  ) throws(Refusal) -> Written.Ending {
    let paths = writing.paths.map { prefix + $0 }
    let files =
      writing.files.map { (path: $0.path, bytes: $0.text.map { Array($0.utf8) }) }
      + writing.originals.map { (path: $0.path, bytes: $0.bytes) }
    var base: ObjectID?
    let published = try save(files, as: message, surroundings) { (tip) throws(Refusal) in
      base = tip
      try refuseTouched(paths, tip: tip)
    }
    for path in published.kept {
      surroundings.note("kept \(path): it changed while this ran; the save holds the new version")
    }
    guard let id = published.ids.first else { preconditionFailure("one commit was published") }
    return id == base ? .unchanged : .saved(id.hex)
  }

  /// Refuses to change a proposal whose files differ from the last commit: those edits would be
  /// lost, or saved by a verb that did not judge them.
  func refuseUnsaved(_ number: Int) throws(Refusal) {
    let paths = try unsaved(number)
    guard !paths.isEmpty else { return }
    throw Refusal(
      .refused, "proposal \(Proposal.label(number)) has edits that are not saved: \(paths.listed)",
      help: ["save them first: \(line: .save(number))"])
  }

  /// The files of a proposal that differ from the last commit, below the prefix.
  private func unsaved(_ number: Int) throws(Refusal) -> [String] {
    let (_, tip) = try branch()
    let path = prefix + Layout.proposalsFolder
    let saved = try withRepository { try $0.entryNames(ofCommit: tip, at: path) }
    let here = try root.map { root throws(Refusal) in
      try Workspace.names(in: root, Layout.proposalsFolder)
    }
    let folders = Set(saved + (here ?? [])).filter { Proposal.number(ofFolder: $0) == number }
      .sorted { $0.precedesBytewise($1) }.map(Layout.proposalFolder)
    let old = try files(
      ofTree: try commit(tip).tree, named: tip.hex, below: folders, after: nil)
    return old.changes(to: try filesOnDisk(below: folders))
  }
}
