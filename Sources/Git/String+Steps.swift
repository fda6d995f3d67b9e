extension String {
  /// The names between the slashes of a path, by its bytes: a name may begin with a mark that, as a
  /// character, is one with the slash.
  var steps: [String] {
    utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }
}
