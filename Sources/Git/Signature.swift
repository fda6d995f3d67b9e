import CLibgit2

/// Who did something, and when.
package struct Signature: Hashable, Sendable {
  package let name: String
  package let email: String
  /// Since 1970. Git keeps 64 bits, and none below zero.
  package let seconds: Int64
  /// Minutes east of UTC.
  package let offsetMinutes: Int

  package init(name: String, email: String, seconds: Int64, offsetMinutes: Int) {
    self.name = name
    self.email = email
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }

  /// Nobody, at the start of time: what git shows of a line that it can't take apart.
  static let none = Signature(name: "", email: "", seconds: 0, offsetMinutes: 0)

  /// The value of a commit's line: `NAME <EMAIL> SECONDS ZONE`. Like git, without what outer
  /// punctuation and white space name and address have.
  ///
  /// - Throws: `CallError` of kind `failed` where no such line can hold it.
  func line() throws(CallError) -> String {
    let (name, email) = (Signature.trimmed(name), Signature.trimmed(email))
    let isSound = (name + email).utf8.allSatisfy { !"<>\n\0".utf8.contains($0) }
    guard !name.isEmpty, isSound, seconds >= 0 else {
      throw CallError(.failed, "no commit can be by '\(name) <\(email)>'")
    }
    let minutes = offsetMinutes.magnitude
    let digits = String(minutes / 60 * 100 + minutes % 60)
    let zone = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return "\(name) <\(email)> \(seconds) \(offsetMinutes < 0 ? "-" : "+")\(zone)"
  }

  private static func trimmed(_ text: String) -> String {
    func isCrud(_ byte: UInt8) -> Bool { byte <= 32 || ".,:;<>\"\\'".utf8.contains(byte) }
    let start = text.utf8.drop(while: isCrud)
    let count = start.reversed().drop(while: isCrud).count
    return String(Substring(start.prefix(count)))
  }
}
