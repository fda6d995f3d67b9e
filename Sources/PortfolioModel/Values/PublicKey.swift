/// A valid public key as at the start of a `.pub` file: its type, one space and its base64. A key
/// has only one such text, so that different texts are different keys.
package struct PublicKey: Hashable, Sendable, CustomStringConvertible {
  package let type: String
  package let base64: String

  /// The types of keys that can sign; certificates are not among them.
  package static let types = [
    "ssh-ed25519", "sk-ssh-ed25519@openssh.com", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521", "sk-ecdsa-sha2-nistp256@openssh.com", "ssh-rsa",
  ]

  /// Returns nil where the text is not two words, or where the base64 is not a key of that type.
  package init?(_ text: String) {
    let words = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.count == 2 else { return nil }
    let type = String(decoding: words[0], as: UTF8.self)
    guard PublicKey.types.contains(where: { $0.hasSameBytes(as: type) }),
      let blob = PublicKey.decoded(Array(words[1])), let fields = PublicKey.fields(of: blob),
      fields.first == Array(type.utf8), PublicKey.isKey(Array(fields.dropFirst()), of: type)
    else { return nil }
    self.type = type
    base64 = String(decoding: words[1], as: UTF8.self)
  }

  package var description: String { "\(type) \(base64)" }

  package static func == (lhs: PublicKey, rhs: PublicKey) -> Bool {
    lhs.description.hasSameBytes(as: rhs.description)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(Array(description.utf8)) }

  /// The fields of a key (RFC 4251, section 5), each four bytes of length and that many bytes; nil
  /// where they don't fill the blob exactly.
  private static func fields(of blob: [UInt8]) -> [[UInt8]]? {
    var fields: [[UInt8]] = []
    var rest = blob[...]
    while !rest.isEmpty {
      guard rest.count >= 4 else { return nil }
      let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(4)
      guard rest.count >= count else { return nil }
      fields.append(Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return fields
  }

  /// Whether the fields are those of a type (RFC 4253, section 6.6, RFC 5656, RFC 8709, and
  /// OpenSSH's PROTOCOL.u2f for security keys, whose fields end with the application).
  private static func isKey(_ fields: [[UInt8]], of type: String) -> Bool {
    let isOfSecurityKey = type.hasPrefix("sk-")
    if isOfSecurityKey, fields.last?.isEmpty != false { return false }
    let own = isOfSecurityKey ? Array(fields.dropLast()) : fields
    switch type {
    case "ssh-rsa": return own.count == 2 && own.allSatisfy(isPositive)
    case "ssh-ed25519", "sk-ssh-ed25519@openssh.com": return own.map(\.count) == [32]
    default:
      let points = ["nistp256": 65, "nistp384": 97, "nistp521": 133]
      guard own.count == 2, let size = points[String(decoding: own[0], as: UTF8.self)],
        type.contains("-" + String(decoding: own[0], as: UTF8.self))
      else { return false }
      // The point must be uncompressed.
      return own[1].count == size && own[1].first == 4
    }
  }

  /// Whether bytes are a positive number without unneeded leading bytes.
  private static func isPositive(_ number: [UInt8]) -> Bool {
    guard let first = number.first, first < 0x80 else { return false }
    return first > 0 || (number.count > 1 && number[1] >= 0x80)
  }

  /// Reads the key with which an armoured signature says that it was made (OpenSSH's PROTOCOL.sshsig);
  /// nil where the text is no such signature.
  package init?(signing armour: String) {
    let lines = armour.split(separator: "\n").filter { !$0.hasPrefix("-----") }
    let head = Array("SSHSIG".utf8) + [0, 0, 0, 1]
    guard let blob = PublicKey.decoded(Array(lines.joined().utf8)), blob.starts(with: head),
      let key = PublicKey.fields(of: Array(blob.dropFirst(head.count)))?.first,
      let type = PublicKey.fields(of: key)?.first
    else { return nil }
    self.init("\(String(decoding: type, as: UTF8.self)) \(PublicKey.encoded(key))")
  }

  /// What `ssh-keygen -l` prints of the key: `SHA256:` and the digest in base64 without padding.
  package var fingerprint: String {
    let hex = Array(SHA256.hex(of: PublicKey.decoded(Array(base64.utf8)) ?? []).utf8)
    let bytes = stride(from: 0, to: hex.count, by: 2).compactMap {
      UInt8(String(decoding: hex[$0..<($0 + 2)], as: UTF8.self), radix: 16)
    }
    return "SHA256:" + PublicKey.encoded(bytes).prefix { $0 != "=" }
  }

  /// Bytes as padded base64.
  private static func encoded(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for index in 0..<4 {
        text.append(
          index <= group.count ? alphabet[bits >> (18 - 6 * index) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes of a padded base64 text in its canonical form, or nil.
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
