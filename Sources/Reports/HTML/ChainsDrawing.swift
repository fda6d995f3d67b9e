import PortfolioModel

/// Draws which standard supersedes which, from left to right.
struct ChainsDrawing {
  private let chains: SupersessionChains
  private let box = (width: 230.0, height: 46.0)
  private let gap = (across: 90.0, down: 18.0)

  init(_ chains: SupersessionChains) { self.chains = chains }

  var figure: HTML {
    .element(
      .figure, [(.class, "chains")],
      [
        .element(
          .figcaption, [],
          [.text("Which standard supersedes which, as far as the changes touch it. ")]
            + (chains.isDrawable ? [legend] : []))
      ] + (chains.isDrawable ? [drawing] : []) + [
        .element(.ul, [], chains.links.map { .element(.li, [], [.text(sentence($0))]) })
      ])
  }

  private var legend: HTML {
    .element(
      .span, [(.class, "legend")],
      [
        .text(
          "A dashed arrow is announced only, and a dotted one holds no longer; a thick frame is a "
            + "standard that moves here.")
      ])
  }

  private var drawing: HTML {
    .element(
      .div,
      [(.class, "scroll"), (.role, "region"), (.ariaLabel, "Supersession"), (.tabindex, "0")],
      [svg])
  }

  private var svg: HTML {
    let tallest = Double(chains.layers.map(\.count).max() ?? 0)
    let width = Double(chains.layers.count) * (box.width + gap.across) - gap.across + 4
    let height = tallest * (box.height + gap.down) - gap.down + 4
    return .element(
      .svg,
      [
        (.viewBox, "0 0 \(number(width)) \(number(height))"), (.role, "img"),
        (.width, number(width)), (.height, number(height)),
        (.ariaLabel, "Supersession: \(chains.links.map(sentence).joined(separator: " "))"),
      ], [Arrowhead.definition("chain-arrow")] + chains.links.compactMap(link) + nodes)
  }

  private func corner(_ id: Identifier) -> (x: Double, y: Double)? {
    for (layer, nodes) in chains.layers.enumerated() {
      if let place = nodes.firstIndex(where: { $0.id == id }) {
        return (
          2 + Double(layer) * (box.width + gap.across), 2 + Double(place) * (box.height + gap.down)
        )
      }
    }
    return nil
  }

  private var nodes: [HTML] {
    chains.layers.joined().compactMap { node in
      guard let corner = corner(node.id) else { return nil }
      let name = node.name.count > 32 ? String(node.name.prefix(31)) + "…" : node.name
      return .element(
        .g, [(.class, node.isTouched ? "node touched" : "node")],
        [
          .element(
            .rect,
            [
              (.x, number(corner.x)), (.y, number(corner.y)), (.width, number(box.width)),
              (.height, number(box.height)), (.rx, "6"),
            ], []),
          text(name, corner.x + 10, corner.y + 19, anchor: "start", name: "name"),
          text(state(node), corner.x + 10, corner.y + 36, anchor: "start", name: "state"),
        ])
    }
  }

  private func state(_ node: SupersessionChains.Node) -> String {
    switch (node.group, node.fromGroup) {
    case (let group?, let old?): "\(group.rawValue), was \(old.rawValue)"
    case (let group?, nil): group.rawValue
    case (nil, let old?): "leaves, was \(old.rawValue)"
    case (nil, nil): "not in the portfolio"
    }
  }

  private func link(_ link: SupersessionChains.Link) -> HTML? {
    guard let from = corner(link.from), let to = corner(link.to) else { return nil }
    let start = (x: from.x + box.width, y: from.y + box.height / 2)
    let end = (x: to.x - 2, y: to.y + box.height / 2)
    let bend = gap.across / 2
    let path =
      "M\(number(start.x)) \(number(start.y)) C\(number(start.x + bend)) \(number(start.y)) "
      + "\(number(end.x - bend)) \(number(end.y)) \(number(end.x)) \(number(end.y))"
    let names =
      ["arrow"] + (link.isAnnounced ? ["announced"] : []) + (link.isNew ? ["new"] : [])
      + (link.isGone ? ["gone"] : [])
    return .element(
      .path,
      [(.class, names.joined(separator: " ")), (.d, path), (.markerEnd, "url(#chain-arrow)")], [])
  }

  private func sentence(_ link: SupersessionChains.Link) -> String {
    let nodes = chains.layers.joined()
    func name(_ id: Identifier) -> String {
      nodes.first { $0.id == id }.map { "\($0.name) (\(state($0)))" } ?? id.text
    }
    let mark = link.isGone ? "no longer " : link.isNew ? "now " : ""
    let verb = link.isAnnounced ? "to be superseded by" : "superseded by"
    return "\(name(link.from)) is \(mark)\(verb) \(name(link.to))."
  }
}
