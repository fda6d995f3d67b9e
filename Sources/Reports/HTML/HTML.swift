/// Markup as a tree. What a page can hold is closed: there is no element or attribute that could run
/// anything, text is escaped as it is written, and links lead only where ``LinkTarget`` lets them.
indirect enum HTML {
  enum Tag: String {
    case a, article, bdi, blockquote, body, code, del, details, div, em, figcaption, figure, h1, h2
    case h3, head, header, html, ins, li, link, main, meta, nav, ol, p, script, section, span,
      strong, style
    case summary, table, tbody, td, th, thead, title, tr, ul
    // Pictures.
    case svg, g, circle, rect, line, path, polygon, text, defs, marker, desc

    /// Whether the element has neither content nor end tag.
    var isVoid: Bool { self == .meta || self == .link }
  }

  enum Name: String {
    case ariaLabel = "aria-label"
    case ariaLabelledBy = "aria-labelledby"
    case ariaHidden = "aria-hidden"
    case charset, `class`, content, href, id, lang, name, open, rel, role, scope, tabindex
    case httpEquiv = "http-equiv"
    case dataCategories = "data-categories"
    case dataFingerprints = "data-fingerprints"
    case dataKind = "data-kind"
    case dataLabel = "data-label"
    case dataProposals = "data-proposals"
    case dataStandards = "data-standards"
    // Pictures.
    case viewBox, x, y, x1, y1, x2, y2, cx, cy, r, rx, width, height, points, d, orient
    case refX, refY, markerWidth, markerHeight
    case markerEnd = "marker-end"
    case textAnchor = "text-anchor"
  }

  typealias Attributes = [(name: Name, value: String)]

  case element(Tag, Attributes, [HTML])
  case text(String)
  /// The page's own style or script, word for word.
  case constant(String)

  /// A link that opens nothing but an address over http, https or mailto, or a place in the page;
  /// anything else stays text.
  static func link(to address: String, _ content: [HTML]) -> HTML {
    guard let target = LinkTarget(address) else { return .element(.span, [], content) }
    let isInside = target.address.hasPrefix("#")
    return .element(
      .a, [(.href, target.address)] + (isInside ? [] : [(.rel, "noreferrer")]), content)
  }

  /// The markup.
  var markup: String {
    var result = ""
    write(to: &result)
    return result
  }

  private func write(to result: inout String) {
    switch self {
    case .text(let text): result += HTMLText.escaped(text)
    case .constant(let text): result += text
    case .element(let tag, let attributes, let children):
      result += "<" + tag.rawValue
      for (name, value) in attributes {
        result += " " + name.rawValue + "=\"" + HTMLText.escaped(value) + "\""
      }
      result += ">"
      guard !tag.isVoid else { return }
      for child in children { child.write(to: &result) }
      result += "</" + tag.rawValue + ">"
      if tag.endsLine { result += "\n" }
    }
  }
}

extension HTML.Tag {
  /// Whether a line feed behind the element changes nothing and keeps the source readable.
  fileprivate var endsLine: Bool {
    switch self {
    case .article, .blockquote, .div, .section, .p, .h1, .h2, .h3, .table, .tr, .ul, .li, .details,
      .summary, .header, .nav, .main, .figure, .style, .script, .title, .head, .g:
      true
    default: false
    }
  }
}
