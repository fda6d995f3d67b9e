/// An author or committer line of a commit, parsed as git does (`split_ident_line`). Missing parts
/// are empty and not an error.
struct SignatureLine {
  let signature: Signature
  /// The person in the line: everything up to the last bracket, which the date follows.
  let person: String
  /// Whether it holds a date that can be read; without one, the signature's time is 1970.
  let isDated: Bool
  /// The error that `git fsck` finds in the line, or nil where there is none.
  let fault: String?

  /// `line`: the text after `author ` or `committer `.
  init(_ line: ArraySlice<UInt8>) {
    let open = line.firstIndex(of: UInt8(ascii: "<"))
    let close = open.flatMap { line[$0...].firstIndex(of: UInt8(ascii: ">")) }
    let last = line.lastIndex(of: UInt8(ascii: ">"))
    let (seconds, offset) = SignatureLine.date(in: line)
    if let open, let close {
      signature = Signature(
        name: SignatureLine.trimmed(line[..<open]),
        email: SignatureLine.trimmed(line[(open + 1)..<close]), seconds: seconds ?? 0,
        offsetMinutes: offset ?? 0)
    } else {
      signature = Signature(name: "", email: "", seconds: seconds ?? 0, offsetMinutes: offset ?? 0)
    }
    isDated = seconds != nil
    person = String(decoding: last.map { line[...$0] } ?? line, as: UTF8.self)
    fault = SignatureLine.fault(in: line)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let start = bytes.drop(while: isBlank)
    let count = start.reversed().drop(while: isBlank).count
    return String(decoding: start.prefix(count), as: UTF8.self)
  }

  /// The seconds of a line's date; nil where there is none that can be read.
  static func seconds(of line: ArraySlice<UInt8>) -> Int64? { date(in: line).0 }

  /// Seconds and minutes of the date after the last bracket of a line; nil where they can't be read
  /// or don't fit into 63 bits.
  private static func date(in line: ArraySlice<UInt8>) -> (Int64?, Int?) {
    let last = line.lastIndex(of: UInt8(ascii: ">"))
    let start = line[(last.map { $0 + 1 } ?? line.endIndex)...].drop(while: isBlank)
    let digits = start.prefix(while: isDigit)
    let zone = start.dropFirst(digits.count).drop(while: isBlank)
    let number = Int32(String(decoding: zone.dropFirst().prefix(while: isDigit), as: UTF8.self))
    let minutes = number.map { Int($0) / 100 * 60 + Int($0) % 100 }
    let offset: Int? =
      switch zone.first {
      case UInt8(ascii: "+"): minutes
      case UInt8(ascii: "-"): minutes.map { -$0 }
      default: nil
      }
    return (Int64(String(decoding: digits, as: UTF8.self)), offset)
  }

  /// Checks a line by the rules of `git fsck`, and that it is UTF-8.
  private static func fault(in line: ArraySlice<UInt8>) -> String? {
    guard String(validating: line, as: UTF8.self) != nil else { return "is not UTF-8" }
    func isBracket(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") }
    let name = line.prefix { !isBracket($0) }
    var rest = line.dropFirst(name.count)
    guard rest.popFirst() == UInt8(ascii: "<") else { return "holds no address in brackets" }
    guard name.last == UInt8(ascii: " ") else { return "holds no name before the address" }
    rest = rest.drop { !isBracket($0) }
    guard rest.popFirst() == UInt8(ascii: ">") else { return "holds an address without its end" }
    guard rest.popFirst() == UInt8(ascii: " ") else { return "holds no date" }
    let digits = rest.prefix(while: isDigit)
    guard !digits.isEmpty else { return "holds no date" }
    let isPadded = digits.count > 1 && digits.first == UInt8(ascii: "0")
    guard !isPadded, Int64(String(decoding: digits, as: UTF8.self)) != nil else {
      return "holds a date that is not valid"
    }
    let zone = rest.dropFirst(digits.count)
    let isZone =
      zone.count == 6 && zone.first == UInt8(ascii: " ")
      && (zone.dropFirst().first == UInt8(ascii: "+")
        || zone.dropFirst().first == UInt8(ascii: "-"))
      && zone.dropFirst(2).allSatisfy(isDigit)
    return isZone ? nil : "holds no time zone after its date"
  }
}
