package import Diagnostics
package import PortfolioModel

extension Snapshot {
  /// The standard that a text names, current or delisted; a part of a name is enough.
  ///
  /// An id of a record that can't be read, or that only proposals know, is taken as it is.
  ///
  /// - Throws: `Refusal` that lists the candidates.
  package func standard(named text: String) throws(Refusal) -> Identifier {
    if let id = Identifier(text.foldedName), unread.contains(id) || isProposed(id) { return id }
    return try readable().standard(named: text, by: .part)
  }

  private func isProposed(_ id: Identifier) -> Bool {
    proposals.contains { entry in
      entry.proposal?.changes.contains { $0.subject == SubjectID(.standard, id) } ?? false
    }
  }
}
