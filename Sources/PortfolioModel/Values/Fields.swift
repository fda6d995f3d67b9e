/// Named values in the order in which a file holds them. Names are unique.
package struct Fields: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let name: String
    package var value: FieldValue

    package init(_ name: String, _ value: FieldValue) {
      self.name = name
      self.value = value
    }
  }

  package private(set) var entries: [Entry]

  package init(_ entries: [Entry] = []) { self.entries = entries }

  package var isEmpty: Bool { entries.isEmpty }

  package var names: [String] { entries.map(\.name) }

  /// The value of a name. Setting nil removes it; a new name is added at the end.
  package subscript(name: String) -> FieldValue? {
    get { index(of: name).map { entries[$0].value } }
    set {
      let index = index(of: name)
      switch (index, newValue) {
      case (let index?, let value?): entries[index].value = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append(Entry(name, value))
      case (nil, nil): break
      }
    }
  }

  private func index(of name: String) -> Int? {
    entries.withUnsafeBufferPointer { entries in
      entries.indices.first { entries[$0].name.hasSameBytes(as: name) }
    }
  }

  /// Sets a name's value; a new name is added at the front.
  package mutating func prepend(_ name: String, _ value: FieldValue) {
    self[name] = nil
    entries.insert(Entry(name, value), at: 0)
  }

  package func text(_ name: String) -> String? { self[name]?.text }

  package func fields(_ name: String) -> Fields? { self[name]?.fields }

  package func list(_ name: String) -> [FieldValue] { self[name]?.list ?? [] }

  /// The lines of a list; items that are not text are left out.
  package func lines(_ name: String) -> [String] { list(name).compactMap(\.text) }

  package func integer(_ name: String) -> Int? { text(name).flatMap { Int($0) } }
}

extension Fields {
  /// Adds a value under a name that is known to be new, without a search.
  package mutating func append(_ name: String, _ value: FieldValue) {
    entries.append(Entry(name, value))
  }

  /// Makes room for so many values.
  package mutating func reserve(_ count: Int) { entries.reserveCapacity(count) }
}
