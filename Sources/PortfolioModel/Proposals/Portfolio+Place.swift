extension Portfolio {
  /// The distance between neighbouring positions after a renumbering.
  package static let positionStep = 10

  /// Gives a record a position among the others of its category and group: in the middle of the
  /// gap, or after renumbering the group in tens where there is no gap.
  ///
  /// Returns false where the place names a record that is not in the group.
  package mutating func put(_ id: Identifier, at place: Place) -> Bool {
    renumber(putting: id, at: place) != nil
  }

  /// Does the same as ``put(_:at:)``, and returns the records whose positions it sets; nil where the
  /// place names a record that is not in the group.
  mutating func renumber(putting id: Identifier, at place: Place) -> [Identifier]? {
    guard let standard = standards[id] else { return nil }
    let others = standards(in: standard.category, standard.group).filter { $0.id != id }
    let index: Int
    switch place {
    case .first: index = 0
    case .last: index = others.count
    case .before(let neighbour):
      guard let found = others.firstIndex(where: { $0.id == neighbour }) else { return nil }
      index = found
    case .after(let neighbour):
      guard let found = others.firstIndex(where: { $0.id == neighbour }) else { return nil }
      index = found + 1
    }
    let below = index > 0 ? others[index - 1].position : 0
    if index == others.count {
      let step = Portfolio.positionStep
      setPosition((below / step + 1) * step, of: id)
    } else if others[index].position - below >= 2 {
      setPosition(below + (others[index].position - below) / 2, of: id)
    } else {
      var order = others.map(\.id)
      order.insert(id, at: index)
      for (rank, id) in order.enumerated() {
        setPosition((rank + 1) * Portfolio.positionStep, of: id)
      }
      return order
    }
    return [id]
  }

  private mutating func setPosition(_ position: Int, of id: Identifier) {
    guard let standard = standards[id] else { return }
    var fields = standard.fields
    fields["position"] = .text(String(position))
    standards[id] = Standard(id: id, category: standard.category, fields: fields)
  }
}
