/// Where a link may lead: an address over http, https or mailto, or a place in the same report.
package struct LinkTarget {
  let address: String

  private static let schemes = ["https://", "http://", "mailto:"]

  /// Returns nil for any other scheme and for text that is no address: a space, a control or an
  /// invisible character in it could hide where it leads.
  init?(_ text: String) {
    let lowered = text.lowercased()
    let isInside = text.hasPrefix("#")
    guard isInside || LinkTarget.schemes.contains(where: lowered.hasPrefix) else { return nil }
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && scalar.value != 0x7F
        && DisplayText.escaped(String(scalar)) == String(scalar)
    }
    guard isPlain else { return nil }
    address = text
  }

  /// Whether a text is an address over http or https that a report may link to.
  package static func isWeb(_ text: String) -> Bool {
    LinkTarget(text)?.address.lowercased().hasPrefix("http") ?? false
  }

  /// The address between angle brackets in Markdown.
  var markdown: String {
    address.unicodeScalars.map { scalar in
      switch scalar {
      case "<": "%3C"
      case ">": "%3E"
      case "\\": "%5C"
      case "|": "%7C"
      default: String(scalar)
      }
    }.joined()
  }
}
