import Forms
import Git
import Verbs

/// Files of editions with a few bytes changed: of the whole archive, or of the files in it, which are
/// packed again, called by the ids that they have now, and sealed anew.
struct HostileBundles {
  private typealias Files = [(name: String, content: [UInt8])]

  private static let names = [
    "tag", "objects/", "data/portfolio.yml", "data/../x", "/etc/passwd", "", "keys/members",
    "extra/x",
    "objects/0000000000000000000000000000000000000000",
  ]

  /// What could stand in a tag.
  private static let lines = [
    "Folder: a/b/\n", "Folder: \" ; x\n", "Folder: ../../\n", "Maker: rspmaint 9.9\n",
    "Base: first-commit\n", "Base: 0000000000000000000000000000000000000000\n",
    "SHA-256: data 00\n", "type blob\n", "tag edition/../../x\n",
    "\n-----BEGIN SSH SIGNATURE-----\n",
    "\n-----BEGIN PGP SIGNATURE-----\n", "object 0000000000000000000000000000000000000000\n",
  ]

  static func input(
    _ source: inout SplitMix64, of edition: SmallEdition
  ) -> (path: String, bytes: [UInt8]) {
    (
      "edition.zip",
      source.chance(30) ? mutated(edition.bytes, &source) : repacked(edition, &source)
    )
  }

  private static func mutated(_ bytes: [UInt8], _ source: inout SplitMix64) -> [UInt8] {
    if !bytes.isEmpty, source.chance(50) {
      var changed = bytes
      let place = source.below(bytes.count)
      changed[place] ^= 1 << UInt8(source.below(8))
      return changed
    }
    let inner = SplitMix64(seed: source.next())
    var mutation = ByteMutation(inner, splicing: bytes)
    return mutation.mutate(bytes)
  }

  private static func repacked(_ edition: SmallEdition, _ source: inout SplitMix64) -> [UInt8] {
    var files: Files
    do throws(StoredArchive.Damage) {
      files = try StoredArchive(edition.bytes).files
    } catch {
      return edition.bytes
    }
    for _ in 0...source.below(2) where !files.isEmpty { change(&files, &source) }
    if source.chance(80) { files = files.map(called) }
    files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    if source.chance(85) { seal(&files) }
    return ArchiveWriter.bytes(of: files)
  }

  private static func change(_ files: inout Files, _ source: inout SplitMix64) {
    let index = source.below(files.count)
    switch source.below(10) {
    case 0: files.remove(at: index)
    case 1: files.append(files[index])
    case 2: files[index].name = source.pick(names)
    case 3: files[index].content = files[source.below(files.count)].content
    case 4: files.append((source.pick(names), Array("x".utf8)))
    case 5:
      guard let tag = files.firstIndex(where: { $0.name == "tag" }) else { return }
      insert(source.pick(lines), into: &files[tag].content, &source)
    default: files[index].content = mutated(files[index].content, &source)
    }
  }

  /// Puts a line between two others.
  private static func insert(
    _ line: String, into bytes: inout [UInt8], _ source: inout SplitMix64
  ) {
    let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
    bytes.insert(contentsOf: Array(line.utf8), at: ends.isEmpty ? 0 : source.pick(ends) + 1)
  }

  /// An object under the id that it has.
  private static func called(_ file: Files.Element) -> Files.Element {
    guard file.name.hasPrefix("objects/"), let object = RawObject(stored: file.content) else {
      return file
    }
    return ("objects/" + object.id.hex, file.content)
  }

  /// Writes the digests that the parts have now into the tag.
  private static func seal(_ files: inout Files) {
    guard let tag = files.firstIndex(where: { $0.name == "tag" }) else { return }
    let digests = EditionParts.digests(of: files.filter { $0.name != "tag" })
    let text = String(decoding: files[tag].content, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let words = line.split(separator: " ")
      guard words.count == 3, words[0] == "SHA-256:", let digest = digests[String(words[1])] else {
        return String(line)
      }
      return "SHA-256: \(words[1]) \(digest)"
    }
    files[tag].content = Array(lines.joined(separator: "\n").utf8)
  }
}
