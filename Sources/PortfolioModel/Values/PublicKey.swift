/// A public key as a `.pub` file starts: its type and its base64, one space between. Exists only
/// valid.
package struct PublicKey: Hashable, Sendable, CustomStringConvertible {
  package let type: String
  package let base64: String

  /// The types that sign; a certificate is none of them.
  package static let types = [
    "ssh-ed25519", "sk-ssh-ed25519@openssh.com", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521", "sk-ecdsa-sha2-nistp256@openssh.com", "ssh-rsa",
  ]

  /// Returns nil where the text has more or less than the two words, or where the base64 is not of
  /// a key of that type.
  package init?(_ text: String) {
    let words = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.count == 2 else { return nil }
    let type = String(decoding: words[0], as: UTF8.self)
    guard PublicKey.types.contains(where: { $0.hasSameBytes(as: type) }),
      let blob = PublicKey.decoded(Array(words[1])), blob.starts(with: PublicKey.field(type)),
      blob.count > PublicKey.field(type).count
    else { return nil }
    self.type = type
    base64 = String(decoding: words[1], as: UTF8.self)
  }

  package var description: String { "\(type) \(base64)" }

  package static func == (lhs: PublicKey, rhs: PublicKey) -> Bool {
    lhs.description.hasSameBytes(as: rhs.description)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(Array(description.utf8)) }

  /// A name as keys hold it: four bytes of length, then the bytes.
  private static func field(_ name: String) -> [UInt8] {
    let count = name.utf8.count
    return [0, 0, UInt8(count >> 8 & 0xFF), UInt8(count & 0xFF)] + Array(name.utf8)
  }

  /// The bytes of a padded base64 text in its one form, or nil.
  private static func decoded(_ text: [UInt8]) -> [UInt8]? {
    guard !text.isEmpty, text.count % 4 == 0 else { return nil }
    let padding = text.reversed().prefix { $0 == UInt8(ascii: "=") }.count
    guard padding <= 2 else { return nil }
    var bytes: [UInt8] = []
    var (bits, count) = (0, 0)
    for character in text.dropLast(padding) {
      guard let value = alphabet.firstIndex(of: character) else { return nil }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> count & 0xFF))
        bits &= (1 << count) - 1
      }
    }
    return bits == 0 ? bytes : nil
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
