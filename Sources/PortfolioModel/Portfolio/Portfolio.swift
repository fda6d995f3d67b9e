/// All records under `Portfolio/` at one revision.
package struct Portfolio: Hashable, Sendable {
  package var description: PortfolioDescription
  package var criteria: Criteria
  package var committee: Committee?
  package var standards: RecordTable<Standard>
  package var delisted: RecordTable<DelistedStandard>
  package var overrides: RecordTable<Override>
  package var useCases: RecordTable<UseCase>

  package init(
    description: PortfolioDescription, criteria: Criteria, committee: Committee? = nil,
    standards: [Standard] = [], delisted: [DelistedStandard] = [], overrides: [Override] = [],
    useCases: [UseCase] = []
  ) {
    self.description = description
    self.criteria = criteria
    self.committee = committee
    self.standards = RecordTable(standards.map { ($0.id, $0) })
    self.delisted = RecordTable(delisted.map { ($0.standard.id, $0) })
    self.overrides = RecordTable(overrides.map { ($0.id, $0) })
    self.useCases = RecordTable(useCases.map { ($0.id, $0) })
  }

  /// The standards as the tables print them: by category, group, position, id.
  package var inTableOrder: [Standard] { standards.values.inTableOrder }

  /// The standards of one table's group, in order.
  package func standards(in category: Category, _ group: Group) -> [Standard] {
    standards.values.filter { $0.category == category && $0.group == group }
      .sorted { ($0.position, $0.id) < ($1.position, $1.id) }
  }

  package var overridesInOrder: [Override] { overrides.values.sorted { $0.id < $1.id } }

  package var useCasesInOrder: [UseCase] { useCases.values.sorted { $0.id < $1.id } }

  package var delistedInOrder: [DelistedStandard] {
    delisted.values.sorted { $0.standard.id < $1.standard.id }
  }

  /// The brief name of a current or delisted standard, or else the id.
  package func name(of id: Identifier) -> String {
    standards[id]?.briefName ?? delisted[id]?.standard.briefName ?? id.text
  }
}

extension Collection<Standard> {
  /// Some standards as the tables print them.
  var inTableOrder: [Standard] {
    let categories = places(Category.self)
    let groups = places(Group.self)
    return map { standard in
      (
        key: (
          categories[standard.category] ?? 0, groups[standard.group] ?? 0, standard.position,
          standard.id
        ), standard: standard
      )
    }.sorted { $0.key < $1.key }.map(\.standard)
  }

  private func places<Word: CaseIterable & Hashable>(_ type: Word.Type) -> [Word: Int] {
    Dictionary(uniqueKeysWithValues: Word.allCases.enumerated().map { ($1, $0) })
  }
}
