/// All attribute files that can apply to some paths.
package struct AttributeSources: Sendable {
  /// An attribute file outside the worktree; `place` is what messages call it.
  package struct Outside: Sendable {
    package let place: String
    package let bytes: [UInt8]

    package init(place: String, bytes: [UInt8]) {
      self.place = place
      self.bytes = bytes
    }
  }

  /// The files of the system and the user, in this order; every other file is stronger.
  package var common: [Outside] = []
  /// The `.gitattributes` by the bytes of their folders, each with its final slash; the top is
  /// empty.
  private(set) var folders: [[UInt8]: [UInt8]] = [:]
  /// The repository's `info/attributes`, which is stronger than every other file.
  package var own: Outside?

  package init() {}

  /// Adds the `.gitattributes` of a folder, given with its final slash; the top is empty.
  package mutating func add(_ bytes: [UInt8], inFolder folder: String) {
    folders[Array(folder.utf8)] = bytes
  }

  /// The limit for all files together, in bytes: far more than any repository needs.
  package static let maximumSize = 1 << 18

  /// The limit for one judgement, in bytes of patterns compared: about a second's work.
  private static let maximumSteps = 30_000_000

  /// The size of all files together, in bytes.
  package var size: Int {
    folders.values.reduce(own?.bytes.count ?? 0) { $0 + $1.count }
      + common.reduce(0) { $0 + $1.bytes.count }
  }

  /// By attribute, the first path for which `isWanted` accepts a value, in any of the ways in which
  /// git may read it: from the disk or the index, with or without regard to case.
  ///
  /// - Throws: `AttributeProblem` where versions of git read a line differently and that changes
  ///   the result.
  package func paths(
    by attributes: [String], among paths: [String],
    where isWanted: (_ attribute: String, _ value: AttributeValue) -> Bool
  ) throws(AttributeProblem) -> [String: String] {
    guard size <= AttributeSources.maximumSize else { throw .tooMuch }
    var steps = AttributeSources.maximumSteps
    let found = try self.paths(by: attributes, among: paths, .usual, &steps, where: isWanted)
    guard let doubt = firstDoubt else { return found }
    for habit in AttributeHabit.allCases where habit != .usual {
      let others = try self.paths(by: attributes, among: paths, habit, &steps, where: isWanted)
      guard others == found else { throw doubt }
    }
    return found
  }

  private var firstDoubt: AttributeProblem? {
    for file in common {
      if let doubt = AttributeFile.doubt(in: file.bytes, place: file.place) { return doubt }
    }
    for (folder, bytes) in folders.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let place = String(decoding: folder, as: UTF8.self) + ".gitattributes"
      if let doubt = AttributeFile.doubt(in: bytes, place: place) { return doubt }
    }
    return own.flatMap { AttributeFile.doubt(in: $0.bytes, place: $0.place) }
  }

  private func paths(
    by attributes: [String], among paths: [String], _ habit: AttributeHabit, _ steps: inout Int,
    where isWanted: (_ attribute: String, _ value: AttributeValue) -> Bool
  ) throws(AttributeProblem) -> [String: String] {
    var found: [String: String] = [:]
    for reading in AttributeReading.allCases {
      let rules = AttributeRules(self, for: attributes, reading, habit)
      guard !rules.isEmpty else { continue }
      for ignoresCase in [false, true] {
        for path in paths {
          let values = rules.values(of: path, ignoresCase: ignoresCase, &steps)
          guard steps > 0 else { throw .tooMuch }
          for (attribute, value) in values where found[attribute] == nil {
            if attributes.contains(attribute), isWanted(attribute, value) {
              found[attribute] = path
            }
          }
        }
      }
    }
    return found
  }

  /// The values of some attributes of a path, of those that a line mentions, read in one way.
  package func values(
    of attributes: [String], ofPath path: String, _ reading: AttributeReading, ignoresCase: Bool
  ) throws(AttributeProblem) -> [String: AttributeValue] {
    var steps = AttributeSources.maximumSteps
    let rules = AttributeRules(self, for: attributes, reading, .usual)
    let values = rules.values(of: path, ignoresCase: ignoresCase, &steps)
    guard steps > 0 else { throw .tooMuch }
    return values.filter { attributes.contains($0.key) }
  }
}
