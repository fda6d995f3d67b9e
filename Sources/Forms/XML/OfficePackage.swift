/// The parts of a Word document or a workbook, and how one leads to another.
enum OfficePackage {
  /// From one part to another.
  struct Relationship {
    let id: String
    /// The last word of its type, which is alike in transitional and strict documents.
    let kind: String
    /// The name of the part in the archive.
    let target: String
  }

  /// A part as XML; nil where there is none.
  static func part(
    _ name: String, in archive: borrowing Archive, _ file: String
  ) throws(FormProblem) -> XMLElement? {
    guard let bytes = try archive.content(of: name) else { return nil }
    return try XMLReader.root(of: bytes, at: FormPlace(file: file, area: .part(name)))
  }

  /// Those of a part; of the whole document where the name is empty. What leads out of the archive is
  /// left out.
  static func relationships(
    of name: String, in archive: borrowing Archive, _ file: String
  ) throws(FormProblem) -> [Relationship] {
    let folders = name.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
    let folder = folders.dropLast()
    let path = (folder + ["_rels", (folders.last ?? "") + ".rels"]).joined(separator: "/")
    return try part(path, in: archive, file)?.elements.compactMap { element in
      guard element.namespace == .packageRelationships, element.value("TargetMode") != "External",
        let id = element.value("Id"), let target = element.value("Target"),
        let kind = element.value("Type")?.utf8.split(separator: UInt8(ascii: "/")).last
      else { return nil }
      return Relationship(
        id: id, kind: String(Substring(kind)), target: resolved(target, in: Array(folder)))
    } ?? []
  }

  /// A target is relative to the part's folder, or begins with a slash.
  private static func resolved(_ target: String, in folder: [String]) -> String {
    var path = target.utf8.first == UInt8(ascii: "/") ? [] : folder
    for part in target.utf8.split(separator: UInt8(ascii: "/")) {
      switch String(Substring(part)) {
      case ".": break
      case "..": _ = path.popLast()
      case let name: path.append(name)
      }
    }
    return path.joined(separator: "/")
  }
}
