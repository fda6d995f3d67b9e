import Diagnostics

/// Finds standards by what readers call them: by id, brief name or former name (design section 11).
///
/// Case and white space make no difference. Delisted standards are found too.
package struct StandardNames: Sendable {
  /// How much of a name has to be typed.
  package enum Extent: Sendable {
    /// The whole name: for verbs that write, which never guess.
    case whole
    /// The beginning of a name, or a whole word of one: for verbs that only read.
    case part
  }

  private struct Entry: Sendable {
    let id: Identifier
    /// The names in lower case, with single spaces.
    let names: [String]
    let formalName: String
  }

  private let entries: [Entry]

  /// The standards of the tables in their order, then the delisted ones by id.
  package init(_ portfolio: Portfolio) {
    let delisted = portfolio.delisted.values.map(\.standard).sorted { $0.id < $1.id }
    entries = (portfolio.inTableOrder + delisted).map { standard in
      Entry(
        id: standard.id,
        names: ([standard.id.text, standard.briefName] + standard.formerNames).map(\.foldedName),
        formalName: standard.formalName.foldedName)
    }
  }

  /// The standards that a text names; one whose whole name it is goes before all others.
  package func matches(_ text: String, _ extent: Extent) -> [Identifier] {
    // An id is unique, a brief name need not be.
    if let id = Identifier(text), entries.contains(where: { $0.id == id }) { return [id] }
    let wanted = text.foldedName
    guard !wanted.isEmpty else { return [] }
    let whole = entries.filter { $0.names.contains { $0.hasSameBytes(as: wanted) } }
    guard whole.isEmpty, case .part = extent else { return whole.map(\.id) }
    return entries.filter { entry in
      entry.names.contains { name in
        name.utf8.starts(with: wanted.utf8) || name.words.contains { $0.hasSameBytes(as: wanted) }
      }
    }.map(\.id)
  }

  /// The standards whose id or names, the formal one included, hold every one of some words.
  package func search(_ words: [String]) -> Set<Identifier> {
    let wanted = words.map(\.foldedName)
    return Set(
      entries.filter { entry in
        wanted.allSatisfy { word in
          (entry.names + [entry.formalName]).contains { $0.contains(word) }
        }
      }.map(\.id))
  }

  /// The ids that a text may have been meant for: those that share a word with it, else the one whose
  /// id or name is nearest by its letters.
  package func near(_ text: String) -> [Identifier] {
    let wanted = text.foldedName
    let words = Set(wanted.words.filter { $0.utf8.count > 2 })
    let related = entries.filter { entry in
      entry.names.contains { !words.isDisjoint(with: $0.words) }
    }
    guard related.isEmpty else { return related.map(\.id) }
    let names = entries.flatMap(\.names)
    guard let nearest = Nearest.match(for: wanted, in: names) else { return [] }
    return entries.filter { $0.names.contains { $0.hasSameBytes(as: nearest) } }.map(\.id)
  }
}

extension String {
  /// In lower case, with one space for each run of white space and none at the ends.
  package var foldedName: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }

  /// The runs of letters and digits.
  fileprivate var words: [String] {
    split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
