package import Diagnostics
import Files
import Forms
import Git
import PortfolioModel
package import Store

/// Makes what goes to the voters of a ballot, writes it, or proves that it is what was sent.
package struct PackageBallot: Sendable {
  package let read: ReadBallot
  package let maker: PackageMaker
  package let surroundings: Surroundings

  package init(_ read: ReadBallot, by maker: PackageMaker, _ surroundings: Surroundings) {
    (self.read, self.maker, self.surroundings) = (read, maker, surroundings)
  }

  private var id: Identifier { read.entry.id }

  /// Writes the package into a new folder, or into an archive where the path ends in `.zip`.
  ///
  /// - Returns: What was done, a sentence each.
  package func write(
    to path: String, in workspace: borrowing Workspace
  ) throws(Refusal) -> [Hint] {
    let package = try make(in: workspace)
    let (parent, name) = Path.parts(path.hasSuffix("/") ? String(path.dropLast()) : path)
    do throws(FileProblem) {
      let folder = try Folder(parent.isEmpty ? "." : parent)
      let isFolder = try folder.kind(of: name) == .folder
      let isEmptyFolder = isFolder ? try folder.entries(at: name).isEmpty : false
      if !path.hasSuffix(".zip"), isEmptyFolder {
        for file in package.files { try folder.write(file.bytes, to: "\(name)/\(file.name)") }
      } else if try folder.kind(of: name) != nil {
        throw FileProblem.taken("write", path)
      } else if path.hasSuffix(".zip") {
        let files = package.files.map { (name: $0.name, content: $0.bytes) }
        try folder.write(ArchiveWriter.bytes(of: files), to: name)
      } else {
        try folder.writeWhole(package.files, to: name)
      }
    } catch {
      throw Refusal(
        .cantWrite, "\(path) can't be written: \(error.text)",
        help: error.isTaken
          ? ["nothing is overwritten: name another place: \(option: .output)"] : [])
    }
    let count = package.files.count.counted("file")
    return ["Wrote the package of ballot '\(id)' to \(path): \(count)."] + remarks(package)
  }

  /// Makes the package again and compares it with what was sent.
  package func check(in workspace: borrowing Workspace) throws(Refusal) -> [Hint] {
    guard let sent = read.ballot.sent else { throw unkept }
    let package = try make(in: workspace)
    let differing = differences(package, sent)
    guard differing.isEmpty else {
      let cutOff = try workspace.cutOff()
      throw Refusal(
        .refused,
        "what is made now differs from what was sent in ballot '\(id)': \(differing.listed)",
        help: (cutOff.map { [$0] } ?? []) + [
          sent.maker.hasSameBytes(as: maker.version)
            ? "the digests in ballot.yml, or the files that you hold, are not those of the opening"
            : "version \(sent.maker) of this tool made it, and this is \(maker.version), which may "
              + "word it otherwise: that is no forgery; check it with that version"
        ])
    }
    return [
      "What is made now is what was sent in ballot '\(id)', byte for byte: "
        + "\(sent.files.count.counted("file"))."
    ]
  }

  private func make(in workspace: borrowing Workspace) throws(Refusal) -> BallotPackage {
    let ballot = read.ballot
    guard let base = ObjectID(hex: ballot.base) else {
      preconditionFailure("the schema asks for it")
    }
    let report = try maker.report(
      on: ballot.items.map(\.number), at: base, surroundings.on(ballot.opened), in: workspace)
    return maker.package(of: id, ballot.fields, report)
  }

  /// What the digests say of what was made.
  private func remarks(_ package: BallotPackage) -> [Hint] {
    guard let sent = read.ballot.sent else { return [] }
    let differing = differences(package, sent)
    if differing.isEmpty { return ["It is the package of the ballot's opening, byte for byte."] }
    return [
      "It differs from the package of the ballot's opening, which version \(sent.maker) made: "
        + "\(differing.listed)."
    ]
  }

  private func differences(_ package: BallotPackage, _ sent: Ballot.Package) -> [String] {
    let made = package.digests(by: maker).files
    let names = Set((made + sent.files).map(\.name)).sorted { $0.precedesBytewise($1) }
    return names.filter { name in
      made.first { $0.name == name }?.digest != sent.files.first { $0.name == name }?.digest
    }
  }

  private var unkept: Refusal {
    Refusal(
      .refused, "ballot '\(id)' holds no digests of a package: it was opened by an earlier version",
      help: ["make it: \(line: .ballot(.package(id.text)))"])
  }
}
