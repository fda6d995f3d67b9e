import Diagnostics
import PortfolioModel
import Records

/// Which of the files that are found below the two folders are read, and in which steps.
struct ReadingPlan {
  enum Extent: Sendable {
    case everything
    /// What is said about one standard: its record, those that it or its ledger entries name, those
    /// that supersede them, those whose ids it had, and all else but the changelog.
    case standard(Identifier)
    /// All but the records of standards, exceptions and use cases.
    case proposals
  }

  private let extent: Extent
  private var isBegun = false
  /// The standards whose records were asked for.
  private var wanted: Set<Identifier> = []
  /// Those of the last step, whose relations were not followed yet.
  private var last: Set<Identifier> = []

  init(_ extent: Extent) { self.extent = extent }

  /// The files to read next; nil where no more are needed.
  ///
  /// - Parameter files: What was read in the steps before.
  mutating func next(of found: [FoundFile], after files: PortfolioFiles) -> [FoundFile]? {
    let isFirst = !isBegun
    isBegun = true
    switch extent {
    case .everything: return isFirst ? found : nil
    case .proposals: return isFirst ? found.filter { !Layout.isListed($0.path) } : nil
    case .standard(let id):
      var named: Set<Identifier> = isFirst ? [id] : []
      for known in last {
        named.formUnion(standards(namedBy: known, isSubject: known == id, files))
      }
      if last.contains(id) { named.formUnion(standards(besides: id, inLedgerOf: files)) }
      last = named.subtracting(wanted)
      wanted.formUnion(last)
      guard !last.isEmpty else { return nil }
      let paths = Set(last.flatMap { id in Category.allCases.map { Layout.path(of: id, in: $0) } })
      return found.filter { file in
        file.path.utf8.starts(with: Layout.standardsStart.utf8)
          ? paths.contains(file.path)
          : isFirst && !file.path.hasSameBytes(as: Layout.changelogFile)
      }
    }
  }

  /// The standards to which a record's relations lead; from others than the subject, only those that
  /// supersede it.
  private func standards(
    namedBy id: Identifier, isSubject: Bool, _ files: PortfolioFiles
  ) -> [Identifier] {
    let kinds: [RelationKind] = isSubject ? RelationKind.allCases : [.supersededBy]
    return Category.allCases.flatMap { category -> [Identifier] in
      let path = Layout.path(of: id, in: category)
      guard let fields = fields(at: path, .standard, files),
        let standard = Standard(id: id, category: category, fields: fields)
      else { return [] }
      let former = isSubject ? standard.formerNames.compactMap { Identifier($0) } : []
      return kinds.flatMap(standard.targets) + former
    }
  }

  /// The standards that the ledger's entries on one name besides it.
  private func standards(
    besides id: Identifier, inLedgerOf files: PortfolioFiles
  ) -> [Identifier] {
    files.paths(startingWith: Layout.overridesStart).compactMap { path in
      // What the file is called doesn't matter here.
      fields(at: path, .override, files).flatMap { Override(id: id, fields: $0) }
    }.filter { $0.standards.contains(id) }
      .flatMap { $0.standards + $0.waivers.flatMap(\.ground) }
  }

  private func fields(at path: String, _ schema: Schema, _ files: PortfolioFiles) -> Fields? {
    files.record(path, schema)?.fields
  }
}
