import Git
import PortfolioModel
import Records

/// The tag of an edition, as its bytes say it.
struct EditionTag {
  let id: ObjectID
  let commit: ObjectID
  /// What it is called below `edition/`.
  let name: Identifier
  let seal: EditionSeal
  /// What its signature is over.
  let signed: String
  /// Empty where it is not signed.
  let signature: String

  /// Returns nil where the bytes are not those of an edition's tag.
  init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    id = RawObject(.tag, bytes).id
    let cut = text.firstRange(of: "\n-----BEGIN ")
    signed = cut.map { String(text[..<$0.lowerBound]) + "\n" } ?? text
    signature = cut.map { String(text[text.index(after: $0.lowerBound)...]) } ?? ""
    guard let body = signed.firstRange(of: "\n\n") else { return nil }
    let head = signed[..<body.lowerBound].split(separator: "\n").map(String.init)
    let start = "tag " + Layout.editionTags.dropFirst("refs/tags/".count)
    guard head.count == 4, head[0].hasPrefix("object "), head[1].hasSameBytes(as: "type commit"),
      head[2].hasPrefix(start), head[3].hasPrefix("tagger "),
      let commit = ObjectID(hex: String(head[0].dropFirst("object ".count))),
      let name = Identifier(String(head[2].dropFirst(start.count))),
      let seal = EditionSeal(String(signed[body.upperBound...]))
    else { return nil }
    (self.commit, self.name, self.seal) = (commit, name, seal)
  }
}
