import Foundation

/// The shipped portfolio, as the checkout has it: what the made ones are copies of.
struct Shipped {
  struct Record {
    let template: Template
    let category: String
    let group: String
    let position: Int
    /// Its place among the records of its category and group.
    let rank: Int
    /// Its tooling, where one level is all that is said.
    let tooling: String?
    /// Its scope, where it needs no quotes but for a comma, and no escapes in Markdown.
    let scope: String?
  }

  /// Ordered so that those which the ledger names come first: a part of a copy has all of them.
  let records: [Record]
  let overrides: [Template]
  let useCases: [Template]
  /// The files that are taken as they are, by path.
  let others: [(path: String, text: String)]
  let edition: String
  private let root: String

  init(at root: String) throws {
    self.root = root
    func text(_ path: String) throws -> String {
      try String(contentsOfFile: root + "/" + path, encoding: .utf8)
    }
    func names(_ folder: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: root + "/" + folder).filter {
        !$0.hasPrefix(".")
      }.sorted()
    }
    let ledger = try names("Portfolio/overrides").map { name in
      (id: String(name.dropLast(4)), text: try text("Portfolio/overrides/" + name))
    }
    let found = try names("Portfolio/standards").flatMap { category in
      try names("Portfolio/standards/" + category).map { name in
        (
          id: String(name.dropLast(4)), category: category,
          text: try text("Portfolio/standards/\(category)/\(name)")
        )
      }
    }
    func isWaived(_ id: String) -> Bool { ledger.contains { $0.text.contains("standard: \(id),") } }
    let ordered = found.filter { isWaived($0.id) } + found.filter { !isWaived($0.id) }
    let numbers = Dictionary(
      uniqueKeysWithValues: ordered.enumerated().map { ($0.element.id, $0.offset) })
    var ranks: [String: Int] = [:]
    records = ordered.map { id, category, text in
      let group = Shipped.line("group", text)
      ranks["\(category) \(group)", default: 0] += 1
      return Record(
        template: Template(id: id, text, numbers), category: category, group: group,
        position: Int(Shipped.line("position", text)) ?? 0,
        rank: ranks["\(category) \(group)"] ?? 0, tooling: Shipped.tooling(text),
        scope: Shipped.scope(text))
    }
    overrides = ledger.map { Template(id: $0.id, $0.text, numbers) }
    useCases = try names("Portfolio/use-cases").map {
      Template(id: String($0.dropLast(4)), try text("Portfolio/use-cases/" + $0), numbers)
    }
    others = try [".gitattributes", "Portfolio/portfolio.yml", "Portfolio/criteria.yml"].map {
      ($0, try text($0))
    }
    edition = Shipped.line("edition", try text("Portfolio/portfolio.yml"))
  }

  /// The text of a field that stands on one line.
  static func line(_ key: String, _ text: String) -> String {
    let start = text.split(separator: "\n").first { $0.hasPrefix(key + ": ") }
    return String((start ?? "").dropFirst(key.count + 2))
  }

  private static func tooling(_ text: String) -> String? {
    let level = line("  tooling", text)
    return ["low", "moderate", "high"].contains(level) ? level : nil
  }

  private static func scope(_ text: String) -> String? {
    let line = line("scope", text)
    let isPlain = line.utf8.allSatisfy { byte in
      " ,.()/-".utf8.contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    return isPlain && !line.isEmpty && line.utf8.count < 180 ? line : nil
  }
}
