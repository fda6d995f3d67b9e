/// A text that a member signs for one purpose.
package protocol SignedText: Sendable {
  /// The purpose of the signature; it counts for no other.
  static var namespace: String { get }

  var member: Identifier { get }

  /// The signed bytes: the form's name and number, then one line `key: value` for each value.
  var text: String { get }
}

extension SignedText {
  /// The bytes of a form: its purpose, the number 1, and its values in their order.
  static func form(_ values: KeyValuePairs<String, String>) -> String {
    "\(namespace) 1\n" + values.map { "\($0): \($1)\n" }.joined()
  }
}
