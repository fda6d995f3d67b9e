import PortfolioModel

/// How many answers each level of a scale has: a picture small enough for a cell of a table.
package struct LevelBars: Sendable, Hashable {
  package struct Bar: Sendable, Hashable {
    /// The level as a reader knows it.
    package let name: String
    package let count: Int
  }

  /// Lowest level first, with those that nobody gave.
  package let bars: [Bar]

  init(_ counts: [CellResult.Count]) {
    bars = counts.map { Bar(name: $0.level.phrase, count: $0.count) }
  }

  /// The height of the tallest bar in answers.
  var most: Int { bars.map(\.count).max() ?? 0 }

  /// The same in characters: a bar for each level, as high as its share; a dot for none.
  var characters: String {
    let blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    return bars.map { bar in
      bar.count == 0 ? "·" : blocks[(bar.count * blocks.count + most - 1) / most - 1]
    }.joined()
  }
}
