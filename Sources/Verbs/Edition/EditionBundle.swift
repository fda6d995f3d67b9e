import Diagnostics
import Forms
import Git
import PortfolioModel

/// The file of an edition, taken apart; each of its parts is what the tag says it is.
struct EditionBundle {
  /// The name of the file that is the tag.
  static let tag = "tag"
  /// The most bytes that such a file may have.
  static let limit = 1 << 30

  let tag: EditionTag
  let objects: [RawObject]
  /// All files but the tag.
  let files: [EditionParts.File]

  /// - Throws: `Refusal` that names the part that is not what it should be.
  init(_ bytes: [UInt8]) throws(Refusal) {
    let archive: StoredArchive
    do throws(StoredArchive.Damage) {
      archive = try StoredArchive(bytes)
    } catch {
      throw EditionBundle.refusal(
        error.file.map { "the file is damaged, in \(EditionBundle.words(for: $0)): \($0)" }
          ?? "the file is damaged or cut off at its end, or it is no edition's",
        help: EditionBundle.again)
    }
    try EditionBundle.refuseDisorder(archive.files)
    guard let file = archive.files.first(where: { $0.name == EditionBundle.tag }),
      let tag = EditionTag(file.content)
    else { throw EditionBundle.refusal("it holds no tag of an edition") }
    files = archive.files.filter { $0.name != EditionBundle.tag }
    self.tag = tag
    if let stray = files.first(where: {
      !EditionParts.names.contains(EditionParts.part(of: $0.name))
    }) {
      throw EditionBundle.refusal("it holds a file of no part: \(stray.name)")
    }
    objects = try EditionBundle.objects(files)
    let digests = EditionParts.digests(of: files)
    for name in EditionParts.names where digests[name] != tag.seal.digests[name] {
      throw EditionBundle.refusal(
        "the SHA-256 of \(EditionParts.words(for: name)) (\(name)/) is not the one that the tag names",
        help: EditionBundle.again)
    }
  }

  /// Each name is there once and in its place: of two files with one name, programs would each read
  /// another one, and nothing would prove the second.
  private static func refuseDisorder(_ files: [EditionParts.File]) throws(Refusal) {
    for (file, next) in zip(files, files.dropFirst())
    where !file.name.precedesBytewise(next.name) {
      throw refusal(
        "the file is damaged, in \(words(for: next.name)): \(next.name) is there twice, or out of order",
        help: again)
    }
  }

  /// The objects, each with the id that its name says.
  private static func objects(_ files: [EditionParts.File]) throws(Refusal) -> [RawObject] {
    var objects: [RawObject] = []
    for file in files where file.name.hasPrefix(EditionObjects.start) {
      guard let object = RawObject(stored: file.content),
        file.name.hasSameBytes(as: EditionObjects.start + object.id.hex)
      else {
        throw refusal(
          "the file is damaged, in \(words(for: file.name)): \(file.name) is not the object of that id",
          help: again)
      }
      objects.append(object)
    }
    return objects
  }

  /// What a reader calls the part that a file belongs to.
  static func words(for file: String) -> String {
    file == tag ? "the edition's tag" : EditionParts.words(for: EditionParts.part(of: file))
  }

  /// What to do where the file that came is not the file that was sent.
  static let again: [Hint] = [
    "ask for the file again where it came from, and compare its SHA-256 with theirs"
  ]

  private static let lead = "not proved: "

  static func refusal(_ why: String, help: [Hint] = []) -> Refusal {
    Refusal(.refused, lead + why, help: help)
  }

  /// The refusal of a file that nobody could read again, before it is made; nil where it is small enough.
  ///
  /// - Parameter size: Its bytes.
  static func refusal(ofSize size: Int, named name: Identifier) -> Refusal? {
    guard size > limit else { return nil }
    return Refusal(
      .refused,
      "edition/\(name) can't be bundled: its file would have \(size >> 20) MiB, and such a file has at "
        + "most \(limit >> 20) MiB; nothing was written",
      help: ["its history is proved in a clone all the same: \(run: .auditSince)"])
  }

  /// Whether a refusal says that an edition is not proved.
  static func isRefusal(_ refusal: Refusal) -> Bool { refusal.message.hasPrefix(lead) }
}
