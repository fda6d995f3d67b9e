/// A standard that goes on under another id.
package struct Renaming: Hashable, Sendable {
  package let old: Identifier
  package let new: Identifier

  package init(_ old: Identifier, to new: Identifier) {
    self.old = old
    self.new = new
  }
}

extension Portfolio {
  /// The standard that had an id before it was renamed.
  package func standard(formerly id: Identifier) -> Standard? {
    standards.values.filter { $0.id != id && $0.formerNames.contains(where: id.text.hasSameBytes) }
      .min { $0.id < $1.id }
  }

  /// The renamings that lead to a later portfolio: each id that is gone there, of a standard that
  /// has it among its former names.
  package func renamings(to head: Portfolio) -> [Renaming] {
    renamings(to: head, among: standards.keys)
  }

  /// The same renamings, where it is known which standards differ.
  func renamings(to head: Portfolio, among ids: some Sequence<Identifier>) -> [Renaming] {
    let gone = ids.filter {
      standards[$0] != nil && head.standards[$0] == nil && head.delisted[$0] == nil
    }
    return gone.sorted().compactMap { old in
      guard let new = head.standard(formerly: old)?.id, standards[new] == nil else { return nil }
      return Renaming(old, to: new)
    }
  }

  /// The portfolio with standards renamed. All that names one follows: relations and their notes, use
  /// cases, the ledger, and what replaces a delisted standard; the old id is kept as a former name.
  package func following(_ renamings: [Renaming]) -> Portfolio {
    renamings.reduce(self) { $0.following($1) }
  }

  private func following(_ renaming: Renaming) -> Portfolio {
    guard let renamed = standards[renaming.old] else { return self }
    var portfolio = self
    var fields = renamed.fields
    let names = renamed.formerNames + [renaming.old.text]
    fields["formerly"] = .lines(names.filter { !$0.hasSameBytes(as: renaming.new.text) })
    portfolio.standards[renaming.old] = nil
    portfolio.standards[renaming.new] = Standard(
      id: renaming.new, category: renamed.category, fields: Schema.standard.ordered(fields))
    for standard in portfolio.standards.values {
      guard let changed = standard.fields.following(renaming, in: Fields.ofRelations) else {
        continue
      }
      portfolio.standards[standard.id] = Standard(
        id: standard.id, category: standard.category, fields: changed)
    }
    for useCase in portfolio.useCases.values {
      guard let changed = useCase.fields.following(renaming, in: ["rows"]) else { continue }
      portfolio.useCases[useCase.id] = UseCase(id: useCase.id, fields: changed)
    }
    for override in portfolio.overrides.values {
      guard let changed = override.fields.following(renaming, in: ["waives", "holds", "moves"])
      else { continue }
      portfolio.overrides[override.id] = Override(id: override.id, fields: changed)
    }
    for record in portfolio.delisted.values {
      guard let changed = record.fields.following(renaming, in: ["replaced-by"]) else { continue }
      let id = record.standard.id
      portfolio.delisted[id] = DelistedStandard(id: id, fields: changed)
    }
    return portfolio
  }
}

extension Fields {
  fileprivate static let ofRelations = RelationKind.allCases.map(\.rawValue) + ["relation-notes"]

  /// The names of fields that hold ids of standards, at any depth of those that are looked at.
  private static let ofStandards =
    RelationKind.allCases.map(\.rawValue)
    + ["target", "standard", "standards", "candidates", "replaced-by"]

  /// The fields with the new id wherever the old one names a standard in the fields of the given
  /// names; nil where nothing changes.
  fileprivate func following(_ renaming: Renaming, in names: [String]) -> Fields? {
    var changed = self
    for name in names {
      guard let value = self[name] else { continue }
      changed[name] = value.following(renaming, isID: Fields.ofStandards.contains(name))
    }
    return changed == self ? nil : changed
  }

  fileprivate func followingInside(_ renaming: Renaming) -> Fields {
    Fields(
      entries.map {
        Entry($0.name, $0.value.following(renaming, isID: Fields.ofStandards.contains($0.name)))
      })
  }
}

extension FieldValue {
  fileprivate func following(_ renaming: Renaming, isID: Bool) -> FieldValue {
    switch self {
    case .text(let text):
      isID && text.hasSameBytes(as: renaming.old.text) ? .text(renaming.new.text) : self
    case .list(let items): .list(items.map { $0.following(renaming, isID: isID) })
    case .fields(let fields): .fields(fields.followingInside(renaming))
    }
  }
}
