package import Diagnostics
package import PortfolioModel

extension Snapshot {
  /// The standard that a text names, current or delisted; a part of a name is enough.
  ///
  /// An id of a record that can't be read, or that only proposals know, is taken as it is.
  ///
  /// - Throws: `Refusal` that lists the candidates.
  package func standard(named text: String) throws(Refusal) -> Identifier {
    let id = Identifier(text.foldedName)
    if let id, unread.contains(id) { return id }
    let portfolio = try readable()
    if let id, isProposed(id), portfolio.standard(formerly: id) == nil { return id }
    return try portfolio.standard(named: text, by: .part)
  }

  private func isProposed(_ id: Identifier) -> Bool {
    proposals.contains { entry in
      entry.proposal?.changes.contains { $0.subject == SubjectID(.standard, id) } ?? false
    }
  }
}
