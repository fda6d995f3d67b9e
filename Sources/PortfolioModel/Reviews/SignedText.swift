/// A text that a member signs, for one purpose and nothing else.
package protocol SignedText: Sendable {
  /// The purpose that the signature is made for, and for which alone it counts.
  static var namespace: String { get }

  var member: Identifier { get }

  /// The signed bytes: the form's name and number, then a `key: value` a line.
  var text: String { get }
}

extension SignedText {
  /// The bytes of a form: its purpose and the number 1, and its values in their order.
  static func form(_ values: KeyValuePairs<String, String>) -> String {
    "\(namespace) 1\n" + values.map { "\($0): \($1)\n" }.joined()
  }
}
