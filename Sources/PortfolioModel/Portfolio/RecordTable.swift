/// Records by their ids.
///
/// A table that was made of another by a few changes shares all else with it, so that applying a
/// proposal costs what it changes and not what the portfolio holds.
package struct RecordTable<Record: Hashable & Sendable>: Sendable {
  private var base: [Identifier: Record]
  /// What differs from the base; nil for a record that is gone.
  private var changes: [Identifier: Record?] = [:]
  package private(set) var count: Int

  /// The first of the records that share an id is taken.
  package init(_ records: [(id: Identifier, record: Record)] = []) {
    base = Dictionary(records.map { ($0.id, $0.record) }) { first, _ in first }
    count = base.count
  }

  package var isEmpty: Bool { count == 0 }

  /// In no order.
  package var keys: [Identifier] {
    changes.isEmpty
      ? Array(base.keys)
      : base.keys.filter { changes[$0] == nil }
        + changes.compactMap { id, record in record == nil ? nil : id }
  }

  /// In no order.
  package var values: [Record] {
    changes.isEmpty
      ? Array(base.values)
      : base.compactMap { id, record in changes[id] == nil ? record : nil }
        + changes.values.compactMap { $0 }
  }

  package subscript(id: Identifier) -> Record? {
    get {
      guard !changes.isEmpty, let change = changes[id] else { return base[id] }
      return change
    }
    set {
      count += (newValue == nil ? 0 : 1) - (self[id] == nil ? 0 : 1)
      changes.updateValue(newValue, forKey: id)
      // Many changes would be a second table beside the first.
      if changes.count > max(8, base.count / 16) { merge() }
    }
  }

  private mutating func merge() {
    for (id, record) in changes { base[id] = record }
    changes = [:]
  }
}

extension RecordTable: Hashable {
  package static func == (lhs: RecordTable, rhs: RecordTable) -> Bool {
    lhs.count == rhs.count
      && (lhs.changes.isEmpty && rhs.changes.isEmpty
        ? lhs.base == rhs.base : lhs.keys.allSatisfy { lhs[$0] == rhs[$0] })
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(Set(keys))
  }
}
