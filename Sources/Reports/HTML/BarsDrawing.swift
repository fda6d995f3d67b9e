/// Draws the answers to one question: a bar for each level, with the first letter of its name below it.
struct BarsDrawing {
  private let picture: LevelBars
  private let bar = (width: 10.0, height: 24.0)
  private let step = 14.0
  private let letters = 11.0

  init(_ picture: LevelBars) { self.picture = picture }

  /// Nothing where there is no answer.
  var svg: HTML? {
    guard picture.most > 0 else { return nil }
    let size = (width: Double(picture.bars.count) * step, height: bar.height + letters)
    let said = picture.bars.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
    return .element(
      .svg,
      [
        (.class, "bars"), (.viewBox, "0 0 \(number(size.width)) \(number(size.height))"),
        (.role, "img"), (.width, number(size.width)), (.height, number(size.height)),
        (.ariaLabel, "Answers: \(said)"),
      ], picture.bars.enumerated().flatMap { index, bar in drawn(bar, at: Double(index) * step) })
  }

  private func drawn(_ one: LevelBars.Bar, at x: Double) -> [HTML] {
    let height = bar.height * Double(one.count) / Double(picture.most)
    let box = HTML.element(
      .rect,
      [
        (.class, "bar"), (.x, number(x + (step - bar.width) / 2)),
        (.y, number(bar.height - height)),
        (.width, number(bar.width)), (.height, number(height)),
      ], [])
    let base = HTML.element(
      .line,
      [
        (.x1, number(x)), (.x2, number(x + step)), (.y1, number(bar.height)),
        (.y2, number(bar.height)),
      ], [])
    let letter = text(
      String(one.name.prefix(1)), x + step / 2, bar.height + letters - 2, anchor: "middle",
      name: "axis")
    return (one.count > 0 ? [box] : []) + [base, letter]
  }
}
