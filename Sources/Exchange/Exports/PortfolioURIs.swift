import PortfolioModel

/// The URIs of a portfolio and of what it lists.
///
/// They are below `uri` of `portfolio.yml`. A portfolio without one gets URIs that need no authority:
/// `urn:uuid:` with a UUID of version 8 (RFC 9562) of the id's SHA-256.
struct PortfolioURIs {
  private let id: Identifier
  private let base: String?

  init(_ description: PortfolioDescription) {
    (id, base) = (description.id, description.uri)
  }

  /// The portfolio itself.
  var portfolio: String { base ?? PortfolioURIs.urn(of: id.text) }

  func standard(_ id: Identifier) -> String { below(id.text) }

  func category(_ category: Category) -> String { below("categories/" + category.rawValue) }

  func group(_ group: Group) -> String { below("groups/" + group.rawValue) }

  private func below(_ path: String) -> String {
    guard let base else { return PortfolioURIs.urn(of: "\(id)/\(path)") }
    return base.hasSuffix("/") || base.hasSuffix("#") ? base + path : "\(base)/\(path)"
  }

  /// The same name gives the same urn anywhere.
  static func urn(of name: String) -> String {
    var digits = Array(SHA256.hex(of: Array("rspmaint:\(name)".utf8)).utf8.prefix(32))
    digits[12] = UInt8(ascii: "8")
    // The variant: its two highest bits are 10.
    let value = digits[16] >= UInt8(ascii: "a") ? digits[16] - 87 : digits[16] - 48
    digits[16] = Array("89ab".utf8)[Int(value & 3)]
    let text = String(decoding: digits, as: UTF8.self)
    var (parts, rest) = ([String](), Substring(text))
    for length in [8, 4, 4, 4, 12] {
      parts.append(String(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    return "urn:uuid:" + parts.joined(separator: "-")
  }
}
