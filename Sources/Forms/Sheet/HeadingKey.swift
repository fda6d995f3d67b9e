/// What counts of a heading: its letters and digits, in lower case, without what stands in brackets.
struct HeadingKey: Hashable {
  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  let bytes: [UInt8]

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// A heading that stands in brackets altogether is kept.
  init(_ text: String) {
    var depth = 0
    var inside: [UInt8] = []
    var outside: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      default:
        if depth == 0 {
          HeadingKey.append(scalar, to: &outside)
        } else {
          HeadingKey.append(scalar, to: &inside)
        }
      }
    }
    bytes = outside.isEmpty ? inside : outside
  }

  /// The key without a number at its end, which is that of a footnote; nil where it has none.
  var withoutNumber: HeadingKey? {
    guard let last = bytes.last, HeadingKey.digits.contains(last),
      let letter = bytes.lastIndex(where: { !HeadingKey.digits.contains($0) })
    else { return nil }
    return HeadingKey(bytes: Array(bytes[...letter]))
  }

  /// Raised digits count as plain ones; what is neither letter nor digit does not count.
  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), digits: bytes.append(byte)
      default: break
      }
    } else if scalar.properties.isAlphabetic {
      bytes += scalar.properties.lowercaseMapping.utf8
    } else if let value = scalar.properties.numericValue, (0..<10).contains(value),
      value == value.rounded()
    {
      bytes.append(UInt8(ascii: "0") + UInt8(value))
    }
  }
}
