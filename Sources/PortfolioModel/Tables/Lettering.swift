/// Gives the footnotes of one table letters, in the order in which they are first marked.
struct Lettering {
  /// The source of a footnote; equal sources share one footnote.
  private enum Source: Hashable {
    case regional(Factor, RegionalRating)
    /// A text as a field value, so that texts are compared by their bytes.
    case text(FieldValue, isParaphrased: Bool)
  }

  private let portfolio: Portfolio
  private var sources: [Source] = []
  private var places: [Source: Int] = [:]
  private var names: [Source: [String]] = [:]

  init(_ portfolio: Portfolio) { self.portfolio = portfolio }

  /// The letter of a regional rating's footnote; standards with the same rating share it.
  mutating func mark(_ rating: RegionalRating, of factor: Factor, _ name: String) -> String {
    mark(.regional(factor, rating), name)
  }

  /// The letter of a footnote with a text of its own.
  mutating func mark(_ text: String, isParaphrased: Bool = false) -> String {
    mark(.text(.text(text.onOneLine), isParaphrased: isParaphrased), "")
  }

  private mutating func mark(_ source: Source, _ name: String) -> String {
    names[source, default: []].append(name)
    if let index = places[source] { return Lettering.letter(index) }
    places[source] = sources.count
    sources.append(source)
    return Lettering.letter(sources.count - 1)
  }

  /// The letter at an index: a to z, then aa, ab, …
  static func letter(_ index: Int) -> String {
    let last = String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(index % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }

  var footnotes: [PrintedTable.Footnote] {
    sources.enumerated().map { index, source in
      PrintedTable.Footnote(
        letter: Lettering.letter(index), text: text(source), isParaphrased: isParaphrased(source))
    }
  }

  private func isParaphrased(_ source: Source) -> Bool {
    if case .text(_, let isParaphrased) = source { return isParaphrased }
    return false
  }

  private func text(_ source: Source) -> String {
    switch source {
    case .text(let value, _): return value.text ?? ""
    case .regional(let factor, let rating):
      let levels =
        (rating.combined.map { ["\($0.phrase) combined"] } ?? [])
        + rating.regions.map { entry in
          let place =
            entry.region == RegionalRating.elsewhere
            ? entry.region
            : portfolio.description.region(entry.region)?.label ?? entry.region
          return "\(place) \(entry.level.phrase)"
            + (entry.trend.map { " and \($0.rawValue)" } ?? "")
        }
      let note = rating.note.map { ". \($0)" } ?? ""
      let text = "\(factor.phrase) of \((names[source] ?? []).conjunction): \(levels.listed)\(note)"
      return text.capitalisedFirst + (text.hasSuffix(".") ? "" : ".")
    }
  }
}

extension String {
  /// Prose as one paragraph.
  fileprivate var onOneLine: String { split(separator: "\n").joined(separator: " ") }

  /// The text with its first letter in upper case, where that is ASCII.
  package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
