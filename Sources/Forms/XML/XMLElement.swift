/// An element with what it holds, and names apart from their prefixes.
struct XMLElement: Hashable {
  enum Child: Hashable {
    case element(XMLElement)
    case text(String)
  }

  struct Attribute: Hashable {
    let namespace: XMLNamespace
    let name: String
    let value: String
  }

  let namespace: XMLNamespace
  let name: String
  let attributes: [Attribute]
  var children: [Child] = []

  /// The elements in it, without those further down.
  var elements: some Sequence<XMLElement> {
    children.lazy.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// The text in it, without that of elements.
  var text: String {
    children.reduce(into: "") { if case .text(let text) = $1 { $0 += text } }
  }

  /// Whether it is the element of this name in a word-processing document.
  func isWord(_ name: String) -> Bool { namespace == .word && self.name == name }

  /// The first element of this name, in a word-processing document.
  func word(_ name: String) -> XMLElement? { elements.first { $0.isWord(name) } }

  /// The first element of this name, in a workbook.
  func sheet(_ name: String) -> XMLElement? { elements.first { $0.isSheet(name) } }

  /// Whether it is the element of this name in a workbook.
  func isSheet(_ name: String) -> Bool { namespace == .workbook && self.name == name }

  /// An attribute's value.
  func value(_ name: String, in namespace: XMLNamespace = .none) -> String? {
    attributes.first { $0.name == name && $0.namespace == namespace }?.value
  }

  /// `w:val`, which most properties have.
  var val: String? { value("val", in: .word) }

  /// Whether a property that is on by being there is on.
  var isOn: Bool { !["0", "false", "off"].contains(val ?? "1") }
}
