package import Diagnostics
import Files
import Forms
import Git
import History
import PortfolioModel
import Records
package import Store

/// Writes one file that proves an edition: its tag, the objects of its history, and what follows from
/// them.
package struct BundleEdition: Sendable {
  /// An edition's name, or what the publisher calls it.
  package let name: String
  package let output: String
  package let maker: String
  package let surroundings: Surroundings

  package init(_ name: String, output: String, maker: String, _ surroundings: Surroundings) {
    (self.name, self.output) = (name, output)
    (self.maker, self.surroundings) = (maker, surroundings)
  }

  package func run(in workspace: borrowing Workspace) throws(Refusal) -> EditionOutcome {
    try workspace.refuseIncompleteHistory()
    guard let slug = EditionName.slug(of: name), let id = try workspace.editionTag(slug.text) else {
      throw Refusal(
        .noInput, "there is no tag of an edition '\(name)' here",
        help: ["\(run: .edition(.list)) shows those that are", "\(run: .sync) fetches tags"])
    }
    let object = try workspace.withRepository { try $0.object(id) }
    guard object.kind == .tag, let tag = EditionTag(object.bytes) else {
      throw Refusal(
        .refused, "the tag edition/\(slug) says nothing that could be proved",
        help: ["only tags by \(run: .edition(.cut)) and \(run: .edition(.publish(nil))) do"])
    }
    let parts = try EditionParts(of: tag.commit, in: workspace, surroundings)
    let files = parts.files + [(name: EditionBundle.tag, content: object.bytes)]
    if let refusal = EditionBundle.refusal(ofSize: ArchiveWriter.size(of: files), named: slug) {
      throw refusal
    }
    let digests = parts.digests
    let other = EditionParts.names.filter { digests[$0] != tag.seal.digests[$0] }
    guard other.isEmpty else {
      throw Refusal(
        .refused,
        tag.seal.maker.hasSameBytes(as: maker)
          ? "the tag edition/\(slug) names other bytes than its commit gives: \(other.listed)"
          : "version \(tag.seal.maker) tagged edition/\(slug), and this one, \(maker), makes other "
            + "\(other.listed)",
        help: ["bundle it with the rspmaint that tagged it"])
    }
    try refuseUnproved(tag, in: workspace)
    let bytes = ArchiveWriter.bytes(of: files)
    try BundleFile(path: output).write(bytes)
    return EditionOutcome(
      sentences: [
        "Wrote \(output): \(tag.seal.title), \(files.count.counted("file")), \(bytes.count) bytes.",
        "SHA-256: \(SHA256.hex(of: bytes))",
        "Anyone proves it by \(run: .edition(.verify(output))).",
      ], kept: [])
  }

  /// Nobody could prove a file whose history the audit does not prove here.
  private func refuseUnproved(
    _ tag: EditionTag, in workspace: borrowing Workspace
  ) throws(Refusal) {
    let history = EditionHistory(since: tag.seal.base, to: tag.commit, surroundings)
    guard let audit = try history.audit(in: workspace) else {
      throw Refusal(
        .refused, "the commit since which edition/\(tag.name) is to be proved is not below it")
    }
    guard let first = audit.findings.first else { return }
    throw Refusal(
      .refused,
      "nobody could prove edition/\(tag.name): its history since \(audit.start.prefix(10)) has "
        + audit.findings.count.counted("finding"),
      details: EditionHistory.lines(audit.findings), help: first.help)
  }
}

/// A file of bytes anywhere on disk.
struct BundleFile {
  let path: String

  private var parts: (folder: String, name: String) {
    let (folder, name) = Path.parts(path)
    return (folder.isEmpty ? "." : folder, name)
  }

  /// Writes the bytes, whole or not at all, and over nothing.
  func write(_ bytes: [UInt8]) throws(Refusal) {
    do throws(FileProblem) {
      let folder = try Folder(parts.folder)
      guard try folder.kind(of: parts.name) == nil else { throw FileProblem.taken("write", path) }
      try folder.removeLeftovers(of: parts.name)
      try folder.write(bytes, to: parts.name)
    } catch {
      throw Refusal(
        .cantWrite,
        "\(path) can't be written: \(error.isTaken ? "it is there already" : error.text)",
        help: error.isTaken
          ? ["nothing is overwritten: name another file: \(option: .outputFile)"] : [])
    }
  }

  func read() throws(Refusal) -> [UInt8] {
    do throws(FileProblem) {
      return try Folder(parts.folder).read(parts.name, limit: EditionBundle.limit)
    } catch {
      throw Refusal(.noInput, "\(path) can't be read: \(error.text)")
    }
  }
}
