import PortfolioModel

/// Draws the map: product adoption across, site deployment up, a numbered mark for each standard that
/// moves, and beside it the list that says what the numbers are.
struct MapDrawing {
  private let map: AdoptionMap
  private let scale = Factor.productAdoption.scale
  private let width = 84.0
  private let margin = (left: 84.0, top: 20.0, bottom: 42.0)
  /// The room of a mark, across and down, and how many stand in a row of a cell.
  private let step = 22.0
  private let marksInRow = 3

  init(_ map: AdoptionMap) { self.map = map }

  var figure: HTML {
    .element(
      .figure, [(.class, "map")],
      [
        .element(
          .figcaption, [],
          [
            .text("Standards by product adoption and site deployment. "),
            .element(
              .span, [(.class, "legend")],
              [
                .text(
                  "A full mark is where the standard of that number stands with these changes, an "
                    + "empty dashed one where it stood before; “+ 3” counts those that stay there.")
              ]),
          ]),
        .element(
          .div, [(.class, "drawn")],
          [svg, .element(.ul, [], map.marks.enumerated().map { item($0 + 1, $1) })]),
      ])
  }

  // MARK: - Drawing

  private typealias Sign = (number: Int, isBefore: Bool)

  /// What stands in a cell: marks that are there, then marks that were.
  private func signs(_ place: AdoptionMap.Place) -> [Sign] {
    let numbered = map.marks.enumerated()
    return numbered.filter { $0.element.place == place }.map { ($0.offset + 1, false) }
      + numbered.filter { $0.element.from == place && $0.element.place != place }
      .map { ($0.offset + 1, true) }
  }

  /// The height of each row of cells, from deployment none up.
  private var heights: [Double] {
    scale.indices.map { deployment in
      let most = scale.indices.map {
        signs(AdoptionMap.Place(adoption: $0, deployment: deployment)).count
      }.max()
      let rows = ((most ?? 0) + marksInRow - 1) / marksInRow
      return Double(max(rows, 1)) * step + 20
    }
  }

  private func left(_ adoption: Int) -> Double { margin.left + Double(adoption) * width }

  private func top(_ deployment: Int, _ heights: [Double]) -> Double {
    margin.top + heights[(deployment + 1)...].reduce(0, +)
  }

  private var svg: HTML {
    let heights = heights
    let size = (
      width: left(scale.count) + 4, height: margin.top + heights.reduce(0, +) + margin.bottom
    )
    let cells = scale.indices.flatMap { adoption in
      scale.indices.flatMap { deployment in
        cell(AdoptionMap.Place(adoption: adoption, deployment: deployment), heights)
      }
    }
    return .element(
      .svg,
      [
        (.viewBox, "0 0 \(number(size.width)) \(number(size.height))"), (.role, "img"),
        (.ariaLabel, "Map of the standards in the list, by adoption and deployment"),
      ], axes(heights, size.height) + cells)
  }

  private func axes(_ heights: [Double], _ height: Double) -> [HTML] {
    scale.indices.flatMap { index in
      [
        text(scale[index].phrase, left(index) + width / 2, height - 26, anchor: "middle"),
        text(
          scale[index].phrase, margin.left - 8, top(index, heights) + heights[index] / 2 + 4,
          anchor: "end"),
      ]
    } + [
      text(
        "product adoption", left(0) + width * Double(scale.count) / 2, height - 6, anchor: "middle",
        name: "axis"),
      text("site deployment", 0, 12, anchor: "start", name: "axis"),
    ]
  }

  private func cell(_ place: AdoptionMap.Place, _ heights: [Double]) -> [HTML] {
    let (x, y) = (left(place.adoption), top(place.deployment, heights))
    let height = heights[place.deployment]
    let frame = HTML.element(
      .rect,
      [
        (.class, "cell"), (.x, number(x)), (.y, number(y)), (.width, number(width)),
        (.height, number(height)),
      ], [])
    let others = map.others[place].map {
      [text("+ \($0)", x + width - 6, y + height - 5, anchor: "end", name: "others")]
    }
    let marks = signs(place).enumerated().map { index, sign in
      mark(
        sign, x + 6 + step / 2 + Double(index % marksInRow) * step,
        y + 3 + step / 2 + Double(index / marksInRow) * step)
    }
    return [frame] + (others ?? []) + marks
  }

  private func mark(_ sign: Sign, _ x: Double, _ y: Double) -> HTML {
    .element(
      .g,
      [
        (.class, sign.isBefore ? "mark before" : "mark"),
        (.dataStandards, map.marks[sign.number - 1].id),
      ],
      [
        .element(.circle, [(.cx, number(x)), (.cy, number(y)), (.r, "9.5")], []),
        text(String(sign.number), x, y + 4, anchor: "middle"),
      ])
  }

  // MARK: - The list

  private func item(_ number: Int, _ mark: AdoptionMap.Mark) -> HTML {
    .element(
      .li, [(.dataStandards, mark.id)],
      [
        .element(.span, [(.class, "number")], [.text(String(number))]), .text(" "),
        .element(.strong, [], [.element(.bdi, [], [.text(mark.name)])]),
        .text(": \(sentence(mark))"),
      ])
  }

  /// "emerging → preferred; adoption low → moderate, deployment low"
  private func sentence(_ mark: AdoptionMap.Mark) -> String {
    func change(_ old: String?, _ new: String?) -> String {
      guard let old, let new else { return new ?? old ?? "" }
      return old.hasSameBytes(as: new) ? new : "\(old) → \(new)"
    }
    func change(_ factor: Factor, _ rank: KeyPath<AdoptionMap.Place, Int>) -> String {
      let (old, new) = (
        mark.from.map { scale[$0[keyPath: rank]] }, mark.place.map { scale[$0[keyPath: rank]] }
      )
      let steps = Direction(factor, from: old, to: new).map { " \($0.phrase)" } ?? ""
      return change(old?.phrase, new?.phrase) + steps
    }
    let group =
      mark.group == nil
      ? "leaves, was \(mark.fromGroup?.rawValue ?? "")"
      : (mark.fromGroup == nil ? "new, " : "")
        + change(mark.fromGroup?.rawValue, mark.group?.rawValue)
    return "\(group); adoption \(change(.productAdoption, \.adoption))"
      + ", deployment \(change(.siteDeployment, \.deployment))"
  }
}

/// Text in a picture.
func text(
  _ words: String, _ x: Double, _ y: Double, anchor: String, name: String? = nil
) -> HTML {
  .element(
    .text,
    [(.x, number(x)), (.y, number(y)), (.textAnchor, anchor)]
      + (name.map { [(.class, $0)] } ?? []), [.text(words)])
}

/// A coordinate with at most one decimal place.
func number(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
}

/// The head of an arrow, defined once a picture.
enum Arrowhead {
  static func definition(_ id: String) -> HTML {
    .element(
      .defs, [],
      [
        .element(
          .marker,
          [
            (.id, id), (.viewBox, "0 0 8 8"), (.refX, "12"), (.refY, "4"), (.markerWidth, "8"),
            (.markerHeight, "8"), (.orient, "auto"),
          ], [.element(.path, [(.d, "M0 0 L8 4 L0 8 z")], [])])
      ])
  }
}
