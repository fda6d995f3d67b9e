package import PortfolioModel

/// A picture as data; how it is drawn is the renderer's.
package enum Picture: Sendable, Hashable {
  case map(AdoptionMap)
  case chains(SupersessionChains)
}

/// Where standards stand by product adoption, across, and site deployment, up.
package struct AdoptionMap: Sendable, Hashable {
  package struct Place: Sendable, Hashable {
    /// Places on the factors' scales, from 0.
    package let adoption: Int
    package let deployment: Int
  }

  /// A standard that moves on the map, comes onto it or leaves it.
  package struct Mark: Sendable, Hashable {
    package let id: String
    package let name: String
    /// Where it stands, and where it stood; nil where it is not, or was not, in the portfolio.
    package let place: Place?
    package let from: Place?
    package let group: Group?
    package let fromGroup: Group?
  }

  /// In the order of the tables, those that are gone last; reports number them from 1.
  package let marks: [Mark]
  /// How many standards stand at a place and stay there.
  package let others: [Place: Int]

  package init(from base: Portfolio, to head: Portfolio) {
    let (before, after) = (Judge(base), Judge(head))
    var marks: [Mark] = []
    var others: [Place: Int] = [:]
    let gone = base.inTableOrder.filter { head.standards[$0.id] == nil }
    for standard in head.inTableOrder + gone {
      let (old, new) = (base.standards[standard.id], head.standards[standard.id])
      let was = old.flatMap { AdoptionMap.place(of: $0, before) }
      let place = new.flatMap { AdoptionMap.place(of: $0, after) }
      if let place, place == was, old?.group == new?.group {
        others[place, default: 0] += 1
      } else if place != nil || was != nil {
        marks.append(
          Mark(
            id: standard.id.text, name: standard.briefName, place: place, from: was,
            group: new?.group, fromGroup: old?.group))
      }
    }
    self.marks = marks
    self.others = others
  }

  private static func place(of standard: Standard, _ judge: Judge) -> Place? {
    guard let adoption = judge.counted(.productAdoption, of: standard),
      let deployment = judge.counted(.siteDeployment, of: standard)
    else { return nil }
    return Place(
      adoption: Factor.productAdoption.rank(of: adoption),
      deployment: Factor.siteDeployment.rank(of: deployment))
  }
}

/// Which standard supersedes which, as far as a change touches it.
package struct SupersessionChains: Sendable, Hashable {
  package struct Node: Sendable, Hashable {
    package let id: Identifier
    package let name: String
    package let group: Group?
    package let fromGroup: Group?
    package let isTouched: Bool
  }

  package struct Link: Sendable, Hashable {
    package let from: Identifier
    package let to: Identifier
    /// Whether the succession is only announced.
    package let isAnnounced: Bool
    /// Whether the link exists on one of the two sides only.
    package let isNew: Bool
    package let isGone: Bool
  }

  /// By chain: nodes in layers, from the superseded to what supersedes them.
  package let layers: [[Node]]
  package let links: [Link]

  package var isEmpty: Bool { links.isEmpty }

  /// Whether every link leads to the next layer, so that it can be drawn without crossing a name.
  package var isDrawable: Bool {
    let layer = Dictionary(
      layers.enumerated().flatMap { index, nodes in nodes.map { ($0.id, index) } }
    ) { first, _ in first }
    return links.allSatisfy { (layer[$0.to] ?? 0) - (layer[$0.from] ?? 0) == 1 }
  }

  package init(from base: Portfolio, to head: Portfolio, touched: Set<Identifier>) {
    let (old, new) = (SupersessionChains.pairs(base), SupersessionChains.pairs(head))
    let (known, present) = (Set(old), Set(new.map(\.ends)))
    let all = new + old.filter { !present.contains($0.ends) }
    let links = all.map { pair in
      Link(
        from: pair.from, to: pair.to, isAnnounced: pair.isAnnounced,
        isNew: !known.contains(pair), isGone: !present.contains(pair.ends))
    }
    let changedLinks = links.filter { $0.isNew || $0.isGone }
    var reached = touched.union(changedLinks.flatMap { [$0.from, $0.to] })
    var isGrowing = true
    while isGrowing {
      let count = reached.count
      for link in links where reached.contains(link.from) || reached.contains(link.to) {
        reached.formUnion([link.from, link.to])
      }
      isGrowing = reached.count > count
    }
    self.links = links.filter { reached.contains($0.from) && reached.contains($0.to) }
    let members = Set(self.links.flatMap { [$0.from, $0.to] })
    let depths = SupersessionChains.depths(members, self.links)
    let count = (depths.values.max() ?? -1) + 1
    layers = (0..<count).map { depth in
      members.filter { depths[$0] == depth }.sorted().map { id in
        let (before, after) = (base.standards[id], head.standards[id])
        return Node(
          id: id, name: after?.briefName ?? base.name(of: id), group: after?.group,
          fromGroup: before?.group == after?.group ? nil : before?.group,
          isTouched: touched.contains(id))
      }
    }.filter { !$0.isEmpty }
  }

  private struct Pair: Hashable {
    let from: Identifier
    let to: Identifier
    let isAnnounced: Bool

    var ends: [Identifier] { [from, to] }
  }

  private static func pairs(_ portfolio: Portfolio) -> [Pair] {
    portfolio.inTableOrder.flatMap { standard in
      standard.targets(.supersededBy).map {
        Pair(from: standard.id, to: $0, isAnnounced: false)
      }
        + standard.targets(.willBeSupersededBy).map {
          Pair(from: standard.id, to: $0, isAnnounced: true)
        }
    }
  }

  /// How many steps lie before each member; a circle ends at the number of members.
  private static func depths(_ members: Set<Identifier>, _ links: [Link]) -> [Identifier: Int] {
    var depths = Dictionary(uniqueKeysWithValues: members.map { ($0, 0) })
    for _ in 0..<min(members.count, 50) {
      var isStable = true
      for link in links {
        let next = min((depths[link.from] ?? 0) + 1, 50)
        if next > depths[link.to] ?? 0 {
          depths[link.to] = next
          isStable = false
        }
      }
      if isStable { break }
    }
    return depths
  }
}
