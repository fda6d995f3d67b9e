extension String {
  /// Without white space at its beginning and end, also such as does not break lines.
  package var trimmed: String {
    // Most texts begin and end with a character that is seen.
    let seen: ClosedRange<UInt8> = 0x21...0x7E
    if let first = utf8.first, let last = utf8.last, seen ~= first, seen ~= last { return self }
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[start...last])
  }
}
