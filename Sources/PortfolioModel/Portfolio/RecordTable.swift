/// Records by their ids.
///
/// A table that was made of another by a few changes shares all else with it, so that applying a
/// proposal costs what it changes and not what the portfolio holds.
package struct RecordTable<Record: Hashable & Sendable>: Sendable {
  /// What tables share.
  private final class Base: Sendable {
    let records: [Identifier: Record]

    init(_ records: [Identifier: Record]) { self.records = records }
  }

  private var base: Base
  /// What differs from the base; nil for a record that is gone.
  private var changes: [Identifier: Record?] = [:]
  package private(set) var count: Int

  /// The first of the records that share an id is taken.
  package init(_ records: [(id: Identifier, record: Record)] = []) {
    base = Base(Dictionary(records.map { ($0.id, $0.record) }) { first, _ in first })
    count = base.records.count
  }

  package var isEmpty: Bool { count == 0 }

  /// In no order.
  package var keys: [Identifier] {
    changes.isEmpty
      ? Array(base.records.keys)
      : base.records.keys.filter { changes[$0] == nil }
        + changes.compactMap { id, record in record == nil ? nil : id }
  }

  /// In no order.
  package var values: [Record] {
    changes.isEmpty
      ? Array(base.records.values)
      : base.records.compactMap { id, record in changes[id] == nil ? record : nil }
        + changes.values.compactMap { $0 }
  }

  package subscript(id: Identifier) -> Record? {
    get {
      guard !changes.isEmpty, let change = changes[id] else { return base.records[id] }
      return change
    }
    set {
      count += (newValue == nil ? 0 : 1) - (self[id] == nil ? 0 : 1)
      changes.updateValue(newValue, forKey: id)
      // Many changes would be a second table beside the first.
      if changes.count > max(8, base.records.count / 16) { merge() }
    }
  }

  private mutating func merge() {
    var records = base.records
    for (id, record) in changes { records[id] = record }
    (base, changes) = (Base(records), [:])
  }

  /// The ids under which another table holds something else; tables that share most are told apart by
  /// the rest.
  package func differences(to other: RecordTable) -> Set<Identifier> {
    let isShared = base === other.base
    let ids = Set(isShared ? Array(changes.keys) : keys)
    return ids.union(isShared ? Array(other.changes.keys) : other.keys)
      .filter { self[$0] != other[$0] }
  }
}

extension RecordTable: Hashable {
  package static func == (lhs: RecordTable, rhs: RecordTable) -> Bool {
    lhs.count == rhs.count
      && (lhs.base === rhs.base
        ? lhs.differences(to: rhs).isEmpty : lhs.keys.allSatisfy { lhs[$0] == rhs[$0] })
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(Set(keys)) }
}
