import CLibgit2

/// The name, address and time of an author, committer or tagger.
package struct Signature: Hashable, Sendable {
  package let name: String
  package let email: String
  /// Seconds since 1970. Git stores 64 bits and no negative number.
  package let seconds: Int64
  /// Minutes east of UTC.
  package let offsetMinutes: Int

  package init(name: String, email: String, seconds: Int64, offsetMinutes: Int) {
    self.name = name
    self.email = email
    self.seconds = seconds
    self.offsetMinutes = offsetMinutes
  }

  /// The empty signature, of 1970, that git shows for a line that it can't parse.
  static let none = Signature(name: "", email: "", seconds: 0, offsetMinutes: 0)

  /// The value of a commit's line: `NAME <EMAIL> SECONDS ZONE`. Like git, it leaves out punctuation
  /// and white space at the ends of name and address.
  ///
  /// - Throws: `CallError` of kind `failed` where name or address can't be written in such a line.
  func line() throws(CallError) -> String {
    let (name, email) = (Signature.trimmed(name), Signature.trimmed(email))
    let isSound = (name + email).utf8.allSatisfy { !"<>\n\0".utf8.contains($0) }
    guard !name.isEmpty, isSound, seconds >= 0 else {
      throw CallError(.failed, "'\(name) <\(email)>' can't be written into a commit")
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
