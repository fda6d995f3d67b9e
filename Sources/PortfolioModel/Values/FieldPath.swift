/// The path to a value in a file: `assessment.site-deployment.regions.us`; list items are numbered
/// from 0.
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

  /// This path followed by another.
  package func appending(_ other: FieldPath) -> FieldPath { FieldPath(steps + other.steps) }

  /// The index of a list item that a step gives, or nil. An index is digits without a leading zero.
  package static func index(_ step: String) -> Int? {
    let isDigits = step.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard isDigits, step == "0" || step.utf8.first != UInt8(ascii: "0") else { return nil }
    return Int(step)
  }

  /// Whether one of the two paths is, or begins with, the other.
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

  /// Sets the value at a path of names, or removes it with nil; mappings left empty are removed
  /// too.
  ///
  /// Missing mappings in the path are added. Returns false where the path leads through a value
  /// that is not a mapping.
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
