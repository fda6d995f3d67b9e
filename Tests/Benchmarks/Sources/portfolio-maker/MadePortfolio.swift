/// A portfolio of any number of records: copies of the shipped one, of which the first is as it is
/// shipped. A copy's records name each other as the shipped ones do, and some of other copies too.
struct MadePortfolio {
  let shipped: Shipped
  let count: Int
  let seed: UInt64

  /// What proposals have changed so far, by the record's number.
  var tooling: [Int: String] = [:]
  var scope: [Int: String] = [:]

  init(_ shipped: Shipped, count: Int, seed: UInt64) {
    self.shipped = shipped
    self.count = count
    self.seed = seed
  }

  private var size: Int { shipped.records.count }
  private var copies: Int { (count + size - 1) / size }

  func base(of number: Int) -> Shipped.Record { shipped.records[number % size] }

  func id(_ number: Int) -> String { id(of: base(of: number).template.id, copy: number / size) }

  private func id(of id: String, copy: Int) -> String { copy == 0 ? id : "\(id)-\(copy)" }

  func path(_ number: Int) -> String {
    "Portfolio/standards/\(base(of: number).category)/\(id(number)).yml"
  }

  /// The id of a shipped record in a copy; the last copy may lack it, and names the first one's.
  private func name(_ base: Int, copy: Int) -> String {
    let number = copy * size + base
    return number < count ? id(number) : id(base)
  }

  /// A record's text, with what proposals have changed.
  func text(_ number: Int) -> String {
    let record = RecordText(base(of: number), copy: number / size, Random(seed, number))
    let extra = neighbours(of: number)
    var text = record.text(related: extra) { name($0, copy: number / size) }
    if let level = tooling[number] {
      text = text.replacing(
        "  tooling: \(base(of: number).tooling ?? "")\n", with: "  tooling: \(level)\n")
    }
    if let line = scope[number] {
      text = text.replacing(
        "scope: \(base(of: number).scope ?? "")\n", with: "scope: \(line)\n")
    }
    return text
  }

  /// Up to two records of other copies, and mostly of other categories, that a record is related to.
  private func neighbours(of number: Int) -> [String] {
    guard copies > 2, number >= size else { return [] }
    var random = Random(seed ^ 1, number)
    guard random.below(3) == 0 else { return [] }
    var ids: [String] = []
    for _ in 0...random.below(2) {
      let other = size + random.below(count - size)
      if other / size != number / size, !ids.contains(id(other)) { ids.append(id(other)) }
    }
    return ids
  }

  /// All files but the records, by path.
  func others() -> [(path: String, text: String)] {
    var files = shipped.others
    files.append(("Portfolio/committee.yml", Committee.text))
    for copy in 0..<copies {
      let isWhole = (copy + 1) * size <= count
      for template in shipped.overrides where isWhole || count - copy * size >= waived {
        files.append(
          (
            "Portfolio/overrides/\(id(of: template.id, copy: copy)).yml",
            template.blocks.map { $0.text { name($0, copy: copy) } }.joined()
          ))
      }
      for template in shipped.useCases where isWhole {
        files.append(
          (
            "Portfolio/use-cases/\(id(of: template.id, copy: copy)).yml",
            template.blocks.filter { copy == 0 || !Self.printed.contains($0.key) }
              .map { $0.text { name($0, copy: copy) } }.map { copy == 0 ? $0 : titled($0, copy) }
              .joined()
          ))
      }
    }
    return files
  }

  /// How many records the ledger names, which come first in every copy.
  private var waived: Int {
    shipped.overrides.flatMap(\.blocks).flatMap(\.parts).reduce(0) { most, part in
      if case .standard(let number) = part { max(most, number + 1) } else { most }
    }
  }

  /// Where a use case is printed, which only one can be.
  private static let printed: Set = ["interface", "clause", "table", "table-title"]

  private func titled(_ block: String, _ copy: Int) -> String {
    block.hasPrefix("title: ") ? block.dropLast() + " \(copy)\n" : block
  }
}
