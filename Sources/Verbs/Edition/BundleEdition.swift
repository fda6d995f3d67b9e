package import Diagnostics
import Files
import Forms
import Git
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
    guard parts.files.count < Int(UInt16.max) else {
      throw Refusal(
        .refused, "the history has \(parts.files.count) objects, and a file holds at most 65534")
    }
    let files = parts.files + [(name: EditionBundle.tag, content: object.bytes)]
    let bytes = ArchiveWriter.bytes(of: files)
    try BundleFile(path: output).write(bytes)
    return EditionOutcome(
      sentences: [
        "Wrote \(output): \(tag.seal.title), \(files.count.counted("file")), \(bytes.count) bytes.",
        "SHA-256: \(SHA256.hex(of: bytes))",
        "Anyone proves it by \(run: .edition(.verify(output))).",
      ], kept: [])
  }
}

/// A file of bytes anywhere on disk.
struct BundleFile {
  let path: String

  private var parts: (folder: String, name: String) {
    let (folder, name) = Path.parts(path)
    return (folder.isEmpty ? "." : folder, name)
  }

  /// Writes the bytes, whole or not at all.
  func write(_ bytes: [UInt8]) throws(Refusal) {
    do throws(FileProblem) {
      let folder = try Folder(parts.folder)
      try folder.removeLeftovers(of: parts.name)
      try folder.write(bytes, to: parts.name)
    } catch {
      throw Refusal(.cantWrite, "\(path) can't be written: \(error.text)")
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
