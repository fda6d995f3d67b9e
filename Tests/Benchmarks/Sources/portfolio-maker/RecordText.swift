/// The text of one copy of a shipped record.
struct RecordText {
  private let base: Shipped.Record
  private let copy: Int
  private var random: Random

  init(_ base: Shipped.Record, copy: Int, _ random: Random) {
    self.base = base
    self.copy = copy
    self.random = random
  }

  func text(related: [String], _ name: (Int) -> String) -> String {
    guard copy > 0 else { return base.template.blocks.map { $0.text(name) }.joined() }
    var random = random
    let isRegional = random.below(12) == 0
    var blocks: [(key: String, text: String)] = base.template.blocks.compactMap { block in
      let text = block.text(name)
      switch block.key {
      case "brief-name", "formal-name": return (block.key, numbered(text))
      case "formerly": return nil
      case "position": return (block.key, "position: \(position)\n")
      case "assessment": return (block.key, isRegional ? regional(text) : text)
      case "description": return (block.key, turned(text, by: random.below(8)))
      default: return (block.key, text)
      }
    }
    add(related, to: &blocks)
    return blocks.map(\.text).joined()
  }

  /// Behind every position of the shipped records, and another one for each copy.
  private var position: Int { 10 * (100 + copy * 40 + base.rank) }

  private func numbered(_ line: String) -> String {
    line.hasSuffix("\"\n") ? line.dropLast(2) + " \(copy)\"\n" : line.dropLast() + " \(copy)\n"
  }

  /// Rates deployment by region, nowhere lower than it was.
  private func regional(_ assessment: String) -> String {
    assessment.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let level = line.dropFirst("  site-deployment: ".count)
      guard line.hasPrefix("  site-deployment: "), ["low", "moderate"].contains(level) else {
        return String(line)
      }
      return "  site-deployment:\n    regions: {north-america: high, europe: {level: \(level), "
        + "trend: rising}, elsewhere: \(level)}"
    }.joined(separator: "\n")
  }

  /// The sentences in another order.
  private func turned(_ description: String, by count: Int) -> String {
    let lines = description.split(separator: "\n")
    let sentences = Array(lines.dropFirst())
    let turn = count % max(1, sentences.count)
    return ([lines[0]] + sentences[turn...] + sentences[..<turn]).map { $0 + "\n" }.joined()
  }

  /// The fields that may stand before `related-to`.
  private static let before: Set = [
    "brief-name", "formal-name", "formerly", "clause", "scope", "group", "position", "assessment",
    "superseded-by", "will-be-superseded-by", "profiles", "extends", "combines", "mirrors",
    "used-with", "incorporates", "incorporated-by",
  ]

  private func add(_ related: [String], to blocks: inout [(key: String, text: String)]) {
    guard !related.isEmpty else { return }
    let ids = related.joined(separator: ", ")
    if let index = blocks.firstIndex(where: { $0.key == "related-to" }) {
      blocks[index].text = blocks[index].text.dropLast(2) + ", \(ids)]\n"
    } else {
      let index = blocks.firstIndex { !RecordText.before.contains($0.key) } ?? blocks.count
      blocks.insert(("related-to", "related-to: [\(ids)]\n"), at: index)
    }
  }
}
