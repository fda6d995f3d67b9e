extension Sandbox {
  /// Who acts; the address tells people apart.
  public enum Actor: String, CaseIterable, Sendable {
    case editor = "Ada Editor <ada@editors.example>"
    case reviewer = "Rune Reviewer <rune@north.example>"
    case second = "Siri Second <siri@south.example>"
    case chair = "Cleo Chair <cleo@chair.example>"
    case left = "Lars Left <lars@west.example>"
    case stranger = "Sam Stranger <sam@elsewhere.example>"

    public var name: String { String(rawValue.prefix { $0 != "<" }.dropLast()) }
    public var email: String { String(rawValue.drop { $0 != "<" }.dropFirst().dropLast()) }
  }
}
