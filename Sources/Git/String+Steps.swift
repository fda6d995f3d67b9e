extension String {
  /// The names between the slashes of a path, split by bytes: a name may begin with a combining
  /// mark, which Swift would join with the slash into one Character.
  var steps: [String] {
    utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }
}
