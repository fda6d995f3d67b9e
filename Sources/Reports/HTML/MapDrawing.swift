import PortfolioModel

/// Draws the map: product adoption across, site deployment up, a mark a standard.
struct MapDrawing {
  private let map: AdoptionMap
  private let scale = Factor.productAdoption.scale
  private let cell = (width: 168.0, height: 104.0)
  private let margin = (left: 92.0, top: 34.0, bottom: 40.0)
  /// How many changed standards of a cell get their name beside the mark.
  private let namesPerCell = 4

  init(_ map: AdoptionMap) { self.map = map }

  var figure: HTML {
    .element(
      .figure, [(.class, "map")],
      [
        .element(
          .figcaption, [],
          [
            .text(
              "Product adoption across, site deployment up. Circle: preferred, square: legacy, "
                + "diamond: emerging. Filled and named: changed here; an arrow leads from where a "
                + "standard stood. Point at a mark to read its name.")
          ]),
        .element(
          .div,
          [(.class, "scroll"), (.role, "region"), (.ariaLabel, "Map"), (.tabindex, "0")],
          [svg]),
        table,
      ])
  }

  // MARK: - Drawing

  private var size: (width: Double, height: Double) {
    let count = Double(scale.count)
    return (
      margin.left + count * cell.width + 12, margin.top + count * cell.height + margin.bottom
    )
  }

  private var svg: HTML {
    let dots = positioned
    return .element(
      .svg,
      [
        (.viewBox, "0 0 \(number(size.width)) \(number(size.height))"), (.role, "group"),
        (.ariaLabel, "Map of \(map.dots.count) standards by adoption and deployment"),
      ],
      [Arrowhead.definition("map-arrow")] + grid + dots.compactMap(arrow) + dots.map(mark))
  }

  private func left(_ adoption: Int) -> Double { margin.left + Double(adoption) * cell.width }

  private func top(_ deployment: Int) -> Double {
    margin.top + Double(scale.count - 1 - deployment) * cell.height
  }

  private var grid: [HTML] {
    scale.indices.flatMap { index -> [HTML] in
      [
        text(
          scale[index].phrase, left(index) + cell.width / 2, size.height - 22, anchor: "middle"),
        text(scale[index].phrase, margin.left - 8, top(index) + cell.height / 2, anchor: "end"),
      ]
        + scale.indices.map { row in
          .element(
            .rect,
            [
              (.class, "cell"), (.x, number(left(index))), (.y, number(top(row))),
              (.width, number(cell.width)), (.height, number(cell.height)),
            ], [])
        }
    } + [
      text("product adoption", size.width / 2, size.height - 4, anchor: "middle", name: "axis"),
      text("site deployment", 4, margin.top - 20, anchor: "start", name: "axis"),
    ]
  }

  private struct Positioned {
    let dot: AdoptionMap.Dot
    let x: Double
    let y: Double
    let hasName: Bool
  }

  /// The marks of each cell: changed ones first, each on a line with its name, then the others in
  /// rows that fit.
  private var positioned: [Positioned] {
    let cells = Dictionary(grouping: map.dots, by: \.place)
    let isAllNew = map.dots.allSatisfy(\.isChanged)
    return cells.sorted {
      ($0.key.deployment, $0.key.adoption) < ($1.key.deployment, $1.key.adoption)
    }
    .flatMap { place, dots -> [Positioned] in
      let named = isAllNew ? [] : Array(dots.filter(\.isChanged).prefix(namesPerCell))
      let others = dots.filter { !named.contains($0) }
      let (x, y) = (left(place.adoption), top(place.deployment))
      let start = y + 4 + Double(named.count) * 15
      let room = cell.height - 8 - Double(named.count) * 15
      let step = min(18, (cell.width * room / Double(max(1, others.count))).squareRoot())
      let columns = max(1, Int((cell.width - 8) / step))
      return named.enumerated().map {
        Positioned(dot: $1, x: x + 12, y: y + 12 + Double($0) * 15, hasName: true)
      }
        + others.enumerated().map {
          Positioned(
            dot: $1, x: x + 4 + step / 2 + Double($0 % columns) * step,
            y: start + step / 2 + Double($0 / columns) * step, hasName: false)
        }
    }
  }

  private func arrow(_ item: Positioned) -> HTML? {
    guard let from = item.dot.from else { return nil }
    return .element(
      .line,
      [
        (.class, "arrow"), (.x1, number(left(from.adoption) + cell.width / 2)),
        (.y1, number(top(from.deployment) + cell.height / 2)), (.x2, number(item.x)),
        (.y2, number(item.y)), (.markerEnd, "url(#map-arrow)"),
      ], [])
  }

  private func mark(_ item: Positioned) -> HTML {
    let dot = item.dot
    let name = dot.isChanged ? "dot changed" : "dot"
    let label = self.label(dot)
    var children = [shape(dot.group, item.x, item.y)]
    if item.hasName {
      children.append(text(short(dot.name), item.x + 9, item.y + 4, anchor: "start", name: "name"))
    }
    children.append(text(label, margin.left, margin.top - 20, anchor: "start", name: "label"))
    return .element(
      .g,
      [
        (.class, "\(name) \(dot.group.rawValue)"), (.role, "img"), (.ariaLabel, label),
        (.tabindex, dot.isChanged ? "0" : "-1"),
      ], children)
  }

  private func shape(_ group: Group, _ x: Double, _ y: Double) -> HTML {
    switch group {
    case .preferred:
      .element(.circle, [(.cx, number(x)), (.cy, number(y)), (.r, "5")], [])
    case .legacy:
      .element(
        .rect,
        [(.x, number(x - 4.5)), (.y, number(y - 4.5)), (.width, "9"), (.height, "9")], [])
    case .emerging:
      .element(
        .polygon,
        [
          (
            .points,
            "\(number(x)),\(number(y - 6)) \(number(x + 6)),\(number(y)) "
              + "\(number(x)),\(number(y + 6)) \(number(x - 6)),\(number(y))"
          )
        ], [])
    }
  }

  // MARK: - Words

  private func levels(_ place: AdoptionMap.Place) -> (adoption: String, deployment: String) {
    (scale[place.adoption].phrase, scale[place.deployment].phrase)
  }

  /// "X, emerging (was preferred): adoption low, deployment pilot (was low, low)"
  private func label(_ dot: AdoptionMap.Dot) -> String {
    let now = levels(dot.place)
    return dot.name + ", \(dot.group.rawValue)"
      + (dot.fromGroup.map { " (was \($0.rawValue))" } ?? "")
      + ": adoption \(now.adoption), deployment \(now.deployment)"
      + (dot.from.map { " (was \(levels($0).adoption), \(levels($0).deployment))" } ?? "")
  }

  private func short(_ name: String) -> String {
    name.count > 22 ? String(name.prefix(21)) + "…" : name
  }

  private var table: HTML {
    let rows = map.dots.map { dot -> HTML in
      let (now, was) = (levels(dot.place), dot.from.map(levels))
      let cells = [
        dot.group.rawValue + (dot.fromGroup.map { ", was \($0.rawValue)" } ?? ""),
        now.adoption
          + (was.map { $0.adoption == now.adoption ? "" : ", was \($0.adoption)" } ?? ""),
        now.deployment
          + (was.map { $0.deployment == now.deployment ? "" : ", was \($0.deployment)" } ?? ""),
        dot.isChanged ? "changed" : "",
      ]
      return .element(
        .tr, [],
        [.element(.th, [(.scope, "row")], [.element(.bdi, [], [.text(dot.name)])])]
          + cells.map { .element(.td, [], [.text($0)]) })
    }
    let heads = ["standard", "group", "product adoption", "site deployment", "here"].map {
      HTML.element(.th, [(.scope, "col")], [.text($0)])
    }
    return .element(
      .details, [],
      [
        .element(.summary, [], [.text("The map as a table")]),
        .element(
          .div,
          [
            (.class, "scroll"), (.role, "region"), (.ariaLabel, "The map as a table"),
            (.tabindex, "0"),
          ],
          [
            .element(
              .table, [],
              [.element(.thead, [], [.element(.tr, [], heads)]), .element(.tbody, [], rows)])
          ]),
      ])
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
