package import Diagnostics
import Files
import Forms
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

  /// The package with a number, or the one that was sent last.
  private func issue(_ number: Int?) throws(Refusal) -> Ballot.Issue {
    let issues = read.ballot.issues
    guard let issue = number.map({ wanted in issues.first { $0.number == wanted } }) ?? issues.last
    else {
      let known = issues.map { "\($0.number) (\($0.phrase))" }.listed
      throw Refusal(
        .noInput, "no package \(number ?? 0) was sent in ballot '\(id)'",
        help: ["those that were: \(known)"])
    }
    return issue
  }

  /// Writes the package into a new folder, or into an archive where the path ends in `.zip`.
  ///
  /// - Parameter number: Which of the packages that were sent, from 1; nil stands for the last one.
  /// - Returns: What was done, a sentence each.
  package func write(
    _ number: Int?, to path: String, in workspace: borrowing Workspace
  ) throws(Refusal) -> [Hint] {
    let issue = try issue(number)
    let package = try make(issue, in: workspace)
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
        .cantWrite,
        "\(path) can't be written: \(error.isTaken ? "it is there already" : error.text)",
        help: error.isTaken
          ? [
            path.hasSuffix(".zip")
              ? "nothing is overwritten: name another file: \(option: .outputFile)"
              : "nothing is overwritten: name a new folder, or an empty one: \(option: .output)"
          ] : [])
    }
    let count = package.files.count.counted("file")
    return [
      "Wrote the package of ballot '\(id)' (\(issue.phrase)) to \(path): \(count)."
    ] + remarks(package, issue)
  }

  /// Makes again what was sent, on each occasion, and compares it.
  package func check(in workspace: borrowing Workspace) throws(Refusal) -> [Hint] {
    var (sentences, obstacles): ([Hint], [Refusal]) = ([], [])
    for issue in read.ballot.issues {
      do throws(Refusal) {
        sentences.append(try check(issue, in: workspace))
      } catch {
        obstacles.append(error)
      }
    }
    if let refusal = Refusal(all: obstacles) { throw refusal }
    return sentences
  }

  private func check(
    _ issue: Ballot.Issue, in workspace: borrowing Workspace
  ) throws(Refusal) -> Hint {
    let place = read.ballot.issues.count == 1 ? "" : " (package \(issue.number): \(issue.phrase))"
    guard let sent = issue.sent else {
      throw Refusal(
        .refused,
        "ballot '\(id)' holds no digests of a package\(place): an earlier version wrote it",
        help: ["make it: \(line: .ballot(.package(id.text)))"])
    }
    let differing = differences(try make(issue, in: workspace), sent)
    guard differing.isEmpty else {
      let cutOff = try workspace.cutOff()
      throw Refusal(
        .refused,
        "what is made now differs from what was sent in ballot '\(id)'\(place): "
          + differing.listed,
        help: (cutOff.map { [$0] } ?? []) + [
          sent.maker.hasSameBytes(as: maker.version)
            ? "the digests in ballot.yml, or the files that you hold, are not those that were sent"
            : "version \(sent.maker) of this tool made it, and this is \(maker.version), which may "
              + "word it otherwise: that is no forgery; check it with that version"
        ])
    }
    return "What is made now is what was sent in ballot '\(id)'\(place), byte for byte: "
      + "\(sent.files.count.counted("file"))."
  }

  private func make(
    _ issue: Ballot.Issue, in workspace: borrowing Workspace
  ) throws(Refusal) -> BallotPackage {
    try maker.package(for: issue, of: read.ballot, surroundings, in: workspace)
  }

  /// What the digests say of what was made.
  private func remarks(_ package: BallotPackage, _ issue: Ballot.Issue) -> [Hint] {
    guard let sent = issue.sent else { return [] }
    let differing = differences(package, sent)
    if differing.isEmpty { return ["It is what was sent then, byte for byte."] }
    return [
      "It differs from what was sent then, which version \(sent.maker) made: \(differing.listed)."
    ]
  }

  private func differences(_ package: BallotPackage, _ sent: Ballot.Package) -> [String] {
    let made = package.digests(by: maker).files
    let names = Set((made + sent.files).map(\.name)).sorted { $0.precedesBytewise($1) }
    return names.filter { name in
      made.first { $0.name == name }?.digest != sent.files.first { $0.name == name }?.digest
    }
  }
}
