/// The way to a value in a file: `assessment.site-deployment.regions.us`, list items by number.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  package let steps: [String]

  package static func == (lhs: FieldPath, rhs: FieldPath) -> Bool {
    lhs.steps.elementsEqual(rhs.steps) { $0.hasSameBytes(as: $1) }
  }

  package init(_ steps: [String]) { self.steps = steps }

  package init(_ text: String) {
    steps = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }

  package static let root = FieldPath([])

  package var description: String { steps.joined(separator: ".") }

  package var isRoot: Bool { steps.isEmpty }

  package var parent: FieldPath { FieldPath(Array(steps.dropLast())) }

  package func appending(_ step: String) -> FieldPath { FieldPath(steps + [step]) }

  package func appending(_ index: Int) -> FieldPath { FieldPath(steps + [String(index)]) }

  /// The number of a list's item that a step is, or nil: digits only, without a leading zero.
  package static func index(_ step: String) -> Int? {
    let isDigits = step.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isDigits, step == "0" || step.utf8.first != UInt8(ascii: "0") else { return nil }
    return Int(step)
  }

  /// Whether one of the two paths leads to, or through, the other.
  package func overlaps(_ other: FieldPath) -> Bool {
    zip(steps, other.steps).allSatisfy { $0.hasSameBytes(as: $1) }
  }
}

extension FieldValue {
  /// The value at a path, or nil.
  package func value(at path: FieldPath) -> FieldValue? {
    var current = self
    for step in path.steps {
      switch current {
      case .text: return nil
      case .list(let items):
        guard let index = FieldPath.index(step), items.indices.contains(index) else { return nil }
        current = items[index]
      case .fields(let fields):
        guard let next = fields[step] else { return nil }
        current = next
      }
    }
    return current
  }
}

extension Fields {
  package func value(at path: FieldPath) -> FieldValue? { FieldValue.fields(self).value(at: path) }

  /// Sets or, with nil, removes the value at a path of names; folders left empty vanish with it.
  ///
  /// Missing folders on the way are made. Returns false where the way leads through a value that
  /// is not fields.
  package mutating func set(_ value: FieldValue?, at path: FieldPath) -> Bool {
    guard let first = path.steps.first else { return false }
    if path.steps.count == 1 {
      self[first] = value
      return true
    }
    let rest = FieldPath(Array(path.steps.dropFirst()))
    var inner: Fields
    switch self[first] {
    case nil: inner = Fields()
    case .fields(let fields): inner = fields
    default: return false
    }
    guard inner.set(value, at: rest) else { return false }
    self[first] = inner.isEmpty ? nil : .fields(inner)
    return true
  }
}
