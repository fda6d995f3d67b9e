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
        error.file.map { "\(EditionBundle.part(of: $0)) is damaged: \($0)" }
          ?? "the directory of the file is damaged, or it is no edition's")
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
      throw EditionBundle.refusal("\(name) is not what the tag says: its SHA-256 is another")
    }
  }

  /// Each name is there once and in its place: of two files with one name, programs would each read
  /// another one, and nothing would prove the second.
  private static func refuseDisorder(_ files: [EditionParts.File]) throws(Refusal) {
    for (file, next) in zip(files, files.dropFirst())
    where !file.name.precedesBytewise(next.name) {
      throw refusal(
        "\(part(of: next.name)) is damaged: \(next.name) is there twice, or out of order")
    }
  }

  /// The objects, each with the id that its name says.
  private static func objects(_ files: [EditionParts.File]) throws(Refusal) -> [RawObject] {
    var objects: [RawObject] = []
    for file in files where file.name.hasPrefix(EditionObjects.start) {
      guard let object = RawObject(stored: file.content),
        file.name.hasSameBytes(as: EditionObjects.start + object.id.hex)
      else { throw refusal("objects are damaged: \(file.name) is not the object of that id") }
      objects.append(object)
    }
    return objects
  }

  private static func part(of name: String) -> String {
    name == tag ? "the tag" : EditionParts.part(of: name)
  }

  private static let lead = "not proved: "

  static func refusal(_ why: String) -> Refusal { Refusal(.refused, lead + why) }

  /// Whether a refusal says that an edition is not proved.
  static func isRefusal(_ refusal: Refusal) -> Bool { refusal.message.hasPrefix(lead) }
}
