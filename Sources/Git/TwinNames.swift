/// A file or folder that some file system can't tell from another one beside it.
package struct TwinName: Hashable, Sendable {
  package let name: String
  package let other: String

  /// The twins among the names of one folder, in their order; identical names are not reported.
  package static func among(_ names: [String]) -> [TwinName] {
    let shortNames = ShortNames(of: names)
    var known: [FoldedName: String] = [:]
    return names.compactMap { name in
      let folded = FoldedName(name)
      if let other = known[folded], !other.utf8.elementsEqual(name.utf8) {
        return TwinName(name: name, other: other)
      }
      known[folded] = name
      guard let other = shortNames.owner(of: name) else { return nil }
      return TwinName(name: name, other: other)
    }
  }
}
