import Foundation
import Reports

/// What holds for any report, in every format: nothing in it breaks out of its place.
struct ReportProperties {
  private let name: String
  private let report: Report
  private let json: any Encodable

  init(_ name: String, _ report: Report, json: some Encodable) {
    self.name = name
    self.report = report
    self.json = json
  }

  /// What does not hold, in words.
  func broken() -> [String] {
    let page = PageRenderer().render(report)
    let texts = [
      ("Markdown", MarkdownRenderer().render(report)),
      ("text", TerminalRenderer(color: false).render(report)), ("a page", page),
    ]
    let hidden = texts.filter { HiddenCharacters.stand(in: $0.1) }.map {
      "\(name) as \($0.0) holds a control character"
    }
    return hidden + ReportProperties.brokenPage(page).map { "\(name): \($0)" } + brokenJSON()
  }

  private func brokenJSON() -> [String] {
    do {
      let text = try JSONText.of(json)
      _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
      return []
    } catch {
      return ["\(name) is no JSON: \(error)"]
    }
  }

  /// The elements that our own pages are made of.
  private static let elements = Set(
    ("a article bdi blockquote body code del details div em figcaption figure h1 h2 h3 head header html ins li "
      + "link main meta nav ol p script section span strong style summary table tbody td th thead "
      + "title tr ul svg g circle rect line path polygon text defs marker desc")
      .split(separator: " ").map(String.init))

  /// Markup that text from a record would bring: unknown elements, an element without its end, a
  /// handler, a link that runs.
  static func brokenPage(_ page: String) -> [String] {
    var rest = Array(page.utf8)[...]
    var scripts = 0
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[(start + 1)...]
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else {
        return ["a page ends within an element"]
      }
      let tag = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      if tag.hasPrefix("!") { continue }
      let element = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      guard elements.contains(String(element)) else { return ["a page holds <\(tag)>"] }
      let bare = tag.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
      guard !bare.contains(" onerror"), !tag.lowercased().contains("href=\"javascript:") else {
        return ["a page holds <\(tag)>"]
      }
      guard element == "script" || element == "style", !tag.hasPrefix("/") else { continue }
      scripts += 1
      let close = Array("</\(element)>".utf8)
      guard let next = rest.indices.first(where: { rest[$0...].starts(with: close) }) else {
        return ["a page ends within a script"]
      }
      rest = rest[next...]
    }
    return scripts > 4 ? ["a page holds \(scripts) scripts and styles"] : []
  }

  /// Comma-separated values whose rows have as many cells as the first, none of them a formula.
  static func brokenSheet(_ text: String) -> [String] {
    var counts: Set<Int> = []
    var count = 1
    var (isQuoted, isStart) = (false, true)
    let bytes = Array(text.utf8)
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\""):
        isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        count += 1
        isStart = true
        continue
      case UInt8(ascii: "\n") where !isQuoted:
        counts.insert(count)
        (count, isStart) = (1, true)
        guard place > 0, bytes[place - 1] == UInt8(ascii: "\r") else {
          return ["a row of the sheet ends in a bare line feed"]
        }
        continue
      default:
        if isStart, "=+-@".utf8.contains(byte) { return ["a cell of the sheet is a formula"] }
        isStart = false
      }
    }
    if isQuoted { return ["the sheet ends within a cell"] }
    return counts.count == 1 ? [] : ["the sheet has rows of \(counts.sorted()) cells"]
  }
}
