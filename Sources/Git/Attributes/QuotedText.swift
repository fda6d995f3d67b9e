/// Text between quotation marks, with the escapes of C, at the start of a line.
struct QuotedText {
  let bytes: [UInt8]
  /// What follows the closing mark.
  let rest: ArraySlice<UInt8>

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "a"): 0x07, UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C,
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    UInt8(ascii: "v"): 0x0B, UInt8(ascii: "\""): 0x22, UInt8(ascii: #"\"#): 0x5C,
  ]

  /// Returns nil where the text doesn't begin with a mark, has no closing one, or has an unknown
  /// escape.
  init?(_ text: ArraySlice<UInt8>) {
    guard text.first == UInt8(ascii: "\"") else { return nil }
    var bytes: [UInt8] = []
    var rest = text.dropFirst()
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""):
        self.bytes = bytes
        self.rest = rest
        return
      case UInt8(ascii: #"\"#):
        guard let kind = rest.popFirst() else { return nil }
        if let meant = QuotedText.escapes[kind] {
          bytes.append(meant)
          continue
        }
        let digits = [kind] + rest.prefix(2)
        guard digits.count == 3, (0x30...0x33).contains(kind),
          digits.allSatisfy({ (0x30...0x37).contains($0) })
        else { return nil }
        bytes.append(digits.reduce(0) { $0 << 3 | ($1 - 0x30) })
        rest = rest.dropFirst(2)
      default: bytes.append(byte)
      }
    }
    return nil
  }
}
