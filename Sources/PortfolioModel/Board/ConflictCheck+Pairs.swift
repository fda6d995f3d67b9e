extension ConflictCheck {
  /// Two proposals that may have to do with each other, by their places in the order of numbers.
  struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  /// The pairs that change one subject or meet in their footprints, in the order of numbers.
  ///
  /// They are looked up by what each proposal touches, so that hundreds of proposals which have
  /// nothing to do with each other take no time.
  static func pairs(of sides: [Side]) -> [Pair] {
    var pairs: Set<Pair> = []
    func join(_ index: Int, _ others: [Int]?) {
      for other in others ?? [] where other != index {
        pairs.insert(Pair(first: min(index, other), second: max(index, other)))
      }
    }
    let subjects = places(sides) { Set($0.touches.map(\.subject)) }
    let readers = places(sides) { $0.footprint.dependencies }
    let arrangers = places(sides) { $0.footprint.arranged }
    let lengtheners = places(sides) { $0.footprint.lengthened }
    for (index, side) in sides.enumerated() {
      for subject in side.touchesBySubject.keys { join(index, subjects[subject]) }
      for part in side.footprint.changed { join(index, readers[part]) }
      for table in side.footprint.arranged {
        join(index, arrangers[table])
        join(index, lengtheners[table])
      }
    }
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// The places of the sides that have each of some things.
  private static func places<Thing: Hashable>(
    _ sides: [Side], of things: (Side) -> Set<Thing>
  ) -> [Thing: [Int]] {
    var places: [Thing: [Int]] = [:]
    for (index, side) in sides.enumerated() {
      for thing in things(side) { places[thing, default: []].append(index) }
    }
    return places
  }
}
