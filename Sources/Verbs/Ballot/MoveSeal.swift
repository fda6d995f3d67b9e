package import Diagnostics
import Files
import Forms
import PortfolioModel
import Records
package import Store

/// Moves what is sealed here to another machine, in a file that anyone who has it can read.
package struct MoveSeal: Sendable {
  package enum Way: String, CaseIterable, Sendable {
    case export, `import`
  }

  package let way: Way
  /// What is moved: all that is sealed for ballots, or for surveys.
  package let matter: SealPlace.Matter
  /// The file, by its absolute path.
  package let file: String
  package let surroundings: Surroundings

  package init(
    _ way: Way, _ file: String, for matter: SealPlace.Matter, _ surroundings: Surroundings
  ) {
    (self.way, self.file, self.matter) = (way, file, matter)
    self.surroundings = surroundings
  }

  /// Returns what was done, a sentence each.
  package func run(in workspace: borrowing Workspace) throws(Refusal) -> [Hint] {
    try workspace.locked("seal", surroundings) { () throws(Refusal) -> [Hint] in
      guard workspace.isInRepository else {
        throw Refusal(
          .refused, "nothing is sealed where there is no git repository",
          help: ["\(gitLine: .initialize)"])
      }
      let snapshot = try workspace.snapshot(.revision("HEAD"))
      let person = try workspace.identity(.author, surroundings).person
      try refuseOthers(person, try snapshot.readable())
      return switch way {
      case .export: try export(from: workspace)
      case .import: try take(in: workspace, snapshot)
      }
    }
  }

  private func refuseOthers(_ person: Person, _ portfolio: Portfolio) throws(Refusal) {
    switch matter {
    case .ballots: try BallotDesk.refuseOthers(person, portfolio, on: surroundings.today)
    case .surveys: try SurveyDesk.refuseOthers(person, portfolio, on: surroundings.today)
    }
  }

  private var place: (folder: String, name: String) {
    let (folder, name) = Path.parts(file)
    return (folder.isEmpty ? "." : folder, name)
  }

  private func export(from workspace: borrowing Workspace) throws(Refusal) -> [Hint] {
    let files = try workspace.sealedFiles(for: matter)
    guard !files.isEmpty else {
      throw Refusal(.refused, "nothing is sealed on this machine")
    }
    let entries = files.map { (name: $0.path, content: $0.bytes) }
    guard ArchiveWriter.size(of: entries) <= MoveSeal.limit else {
      throw Refusal(
        .refused,
        "\(files.count.counted("sealed file")) are more than a seal can hold: at most "
          + "\(MoveSeal.limit >> 20) MiB")
    }
    let bytes = ArchiveWriter.bytes(of: entries)
    let isWritten: Bool
    do throws(FileProblem) {
      let folder = try Folder(place.folder)
      let isFree = try folder.kind(of: place.name) == nil
      if isFree { try folder.write(bytes, to: place.name) }
      isWritten = isFree
    } catch {
      throw Refusal(.cantWrite, "\(file) can't be written: \(error.text)")
    }
    guard isWritten else {
      throw Refusal(
        .refused, "\(file) is there already, and no seal is written over another file",
        help: ["name another file"])
    }
    return [
      "\(files.count.counted("sealed file")) \(files.count == 1 ? "is" : "are") in \(file).",
      matter == .ballots
        ? "Whoever has that file can read the votes: hand it to the other machine, and remove it then."
        : "Whoever has that file can read who answered what: hand it to the other machine, and remove it "
          + "then.",
    ]
  }

  private func take(
    in workspace: borrowing Workspace, _ snapshot: Snapshot
  ) throws(Refusal) -> [Hint] {
    let files = try packed()
    var obstacles: [Refusal] = []
    var taken: [(path: String, bytes: [UInt8])] = []
    var settled: Set<String> = []
    for file in files {
      do throws(Refusal) {
        let known = try workspace.sealedFile(at: file.name, for: matter)
        let bytes: [UInt8]?
        switch matter {
        case .ballots:
          let sealed = try SealedFile(file, snapshot, from: self.file)
          guard !sealed.isSettled else {
            settled.insert(sealed.ballot.text)
            continue
          }
          bytes = try sealed.merged(with: known)
        case .surveys:
          bytes = try SealedSurveyFile(file, snapshot, from: self.file).merged(with: known)
        }
        if let bytes, bytes != known { taken.append((file.name, bytes)) }
      } catch {
        obstacles.append(error)
      }
    }
    if let refusal = Refusal(all: obstacles) { throw refusal }
    for file in taken {
      try workspace.seal(file.bytes, at: file.path, for: matter)
    }
    let sentence: Hint =
      taken.isEmpty
      ? "All of \(file) is sealed here already."
      : "\(taken.count.counted("file")) of \(files.count) \(taken.count == 1 ? "is" : "are") "
        + "sealed here now."
    return [sentence]
      + settled.sorted { $0.precedesBytewise($1) }.map {
        "Voting in ballot '\($0)' has ended, so its replies are shared and were left out."
      }
  }

  private func packed() throws(Refusal) -> [(name: String, content: [UInt8])] {
    let bytes: [UInt8]
    do throws(FileProblem) {
      bytes = try Folder(place.folder).read(place.name, limit: MoveSeal.limit)
    } catch {
      throw Refusal(.noInput, "\(file) can't be read: \(error.text)")
    }
    do throws(StoredArchive.Damage) {
      return try StoredArchive(bytes).files
    } catch {
      throw Refusal(
        .data,
        "\(file) is not as '\(matter.verb) seal export' wrote it"
          + (error.file.map { ": '\($0)' has changed" } ?? ", or is another kind of file"),
        help: ["take the seal from the other machine again"])
    }
  }

  /// The most bytes that are read.
  private static let limit = 1 << 30
}
