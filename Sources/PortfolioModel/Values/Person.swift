/// A person as git writes one: `NAME <EMAIL>`.
package struct Person: Hashable, Sendable, CustomStringConvertible {
  package let name: String
  package let email: String

  /// Returns nil where the text is not a name and an address in angle brackets.
  package init?(_ text: String) {
    guard text.hasSuffix(">"), let open = text.firstIndex(of: "<") else { return nil }
    let name = text[..<open]
    let email = text[text.index(after: open)...].dropLast()
    guard name.hasSuffix(" ") else { return nil }
    self.init(name: String(name.dropLast()), email: String(email))
  }

  /// Returns nil where a part is empty, or holds a bracket, a hidden character or a space at its
  /// ends.
  package init?(name: String, email: String) {
    func isClean(_ text: String) -> Bool {
      !text.isEmpty && !text.hasPrefix(" ") && !text.hasSuffix(" ")
        && text.unicodeScalars.allSatisfy {
          $0 != "<" && $0 != ">" && $0 != "\n" && !HiddenCharacter.isHidden($0)
        }
    }
    guard isClean(name), isClean(email), !email.utf8.contains(UInt8(ascii: " ")) else {
      return nil
    }
    self.name = name
    self.email = email
  }

  package var description: String { "\(name) <\(email)>" }

  /// The address that identifies the person, with ASCII letters in lower case.
  package var key: String { email.asciiLowercased }

  package static func == (lhs: Person, rhs: Person) -> Bool {
    lhs.description.hasSameBytes(as: rhs.description)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(Array(description.utf8)) }
}

extension String {
  /// The text with A to Z in lower case and everything else unchanged.
  package var asciiLowercased: String {
    String(
      decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }
}
