import CExpat

/// Reads XML within limits: no document type, and so no entities but the five and nothing from
/// elsewhere; bounded in depth and in number. What only says how something looks is not kept.
final class XMLReader {
  static let mostDepth = 200
  static let mostElements = 600_000

  /// The attributes that are asked for: most others say how something looks.
  private static let keptAttributes: Set<String> = [
    "Id", "Target", "TargetMode", "Type", "char", "date1904", "fldCharType", "font", "formatCode",
    "id", "name", "numFmtId", "r", "ref", "s", "space", "t", "type", "val", "w",
  ]
  /// Elements that only say how something looks, of which there are more than of others.
  private static let leftOut: Set<String> = [
    "b", "bCs", "color", "ind", "jc", "lang", "pBdr", "rFonts", "shd", "spacing", "sz", "szCs",
    "tblPr", "tblPrEx", "tcBorders", "tcMar", "tcW", "widowControl",
  ]

  private static let lineFeed: CChar = 0x0A

  private let place: FormPlace
  private let parser: XML_Parser
  private var open: [XMLElement] = []
  private var root: XMLElement?
  private var text: [UInt8] = []
  private var elements = 0
  private var fault: FormProblem.Fault?
  /// The namespace of the last name: nearly always that of the next.
  private var last: (address: [CChar], namespace: XMLNamespace) = ([], .none)

  private init(_ parser: XML_Parser, at place: FormPlace) {
    self.parser = parser
    self.place = place
  }

  deinit { XML_ParserFree(parser) }

  /// The root of the text. The place is that of the part, for problems.
  static func root(of bytes: [UInt8], at place: FormPlace) throws(FormProblem) -> XMLElement {
    try FormLibrary.loadExpat(for: place)
    // A line break can stand in no name of a namespace.
    guard let parser = XML_ParserCreateNS(nil, lineFeed) else {
      throw FormProblem(.isMalformed(line: 1, "there is no memory to read it"), at: place)
    }
    return try XMLReader(parser, at: place).read(bytes)
  }

  private func read(_ bytes: [UInt8]) throws(FormProblem) -> XMLElement {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in XMLReader.of(data)?.start(name, attributes) },
      { data, _ in XMLReader.of(data)?.end() })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      XMLReader.of(data)?.append(text, count)
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      XMLReader.of(data)?.stop(.declaresType)
    }
    let status = bytes.withUnsafeBytes {
      XML_Parse(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), 1)
    }
    if let fault { throw FormProblem(fault, at: place) }
    guard status == XML_STATUS_OK, let root else {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) }
      let line = Int(XML_GetCurrentLineNumber(parser))
      throw FormProblem(.isMalformed(line: line, reason ?? "it is no XML"), at: place)
    }
    return root
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> XMLReader? {
    data.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop(_ fault: FormProblem.Fault) {
    self.fault = self.fault ?? fault
    XML_StopParser(parser, XML_Bool(XML_FALSE))
  }

  private func start(
    _ name: UnsafePointer<CChar>?, _ values: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard fault == nil, let name else { return }
    guard open.count < XMLReader.mostDepth else {
      return stop(.isTooDeep(most: XMLReader.mostDepth))
    }
    flush()
    var attributes: [XMLElement.Attribute] = []
    var next = values
    while let pair = next, let key = pair[0], let value = pair[1] {
      let (namespace, name) = split(key)
      if XMLReader.keptAttributes.contains(name) {
        attributes.append(
          XMLElement.Attribute(namespace: namespace, name: name, value: String(cString: value)))
      }
      next = pair + 2
    }
    elements += 1
    guard elements <= XMLReader.mostElements else {
      return stop(.hasTooManyElements(most: XMLReader.mostElements))
    }
    let (namespace, local) = split(name)
    open.append(XMLElement(namespace: namespace, name: local, attributes: attributes))
  }

  private func end() {
    guard fault == nil else { return }
    flush()
    guard let element = open.popLast() else { return }
    if open.isEmpty {
      root = element
    } else if element.namespace != .word || !XMLReader.leftOut.contains(element.name) {
      open[open.count - 1].children.append(.element(element))
    }
  }

  private func append(_ text: UnsafePointer<CChar>?, _ count: Int32) {
    guard fault == nil, let text else { return }
    self.text += UnsafeRawBufferPointer(start: text, count: Int(count))
  }

  /// Puts what was read of a text into its element. White space between elements is not kept.
  private func flush() {
    guard !text.isEmpty, !open.isEmpty else { return }
    let isKept = open[open.count - 1].name == "t" || !text.allSatisfy { $0 <= 0x20 }
    if isKept {
      open[open.count - 1].children.append(.text(String(decoding: text, as: UTF8.self)))
    }
    text.removeAll(keepingCapacity: true)
  }

  /// A name is an address, a line feed and the name itself, or that alone.
  private func split(_ key: UnsafePointer<CChar>) -> (XMLNamespace, String) {
    let length = last.address.count
    var index = 0
    while index < length, key[index] == last.address[index] { index += 1 }
    if length > 0, index == length, key[length] == XMLReader.lineFeed {
      return (last.namespace, String(cString: key + length + 1))
    }
    var end: Int?
    index = 0
    while key[index] != 0 {
      if key[index] == XMLReader.lineFeed { end = index }
      index += 1
    }
    guard let end else { return (.none, String(cString: key)) }
    let address = UnsafeBufferPointer(start: key, count: end)
    last = (
      Array(address),
      XMLNamespace(String(decoding: UnsafeRawBufferPointer(address), as: UTF8.self))
    )
    return (last.namespace, String(cString: key + end + 1))
  }
}
