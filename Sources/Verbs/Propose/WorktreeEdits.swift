package import Diagnostics
import PortfolioModel
package import Records

/// Edits made in place, turned into changes: what leads from a base to the worktree.
package struct WorktreeEdits {
  package private(set) var list = ChangeList()
  /// The files that hold the edits, by path below the prefix.
  package private(set) var paths: [String] = []
  /// Edits that a proposal can't express, each with its place.
  package private(set) var diagnostics: [Diagnostic] = []

  private let base: Snapshot
  private let worktree: Snapshot
  private let request: ProposeRequest
  private let renamings: [Renaming]

  /// `only`: files or folders below the prefix; empty means all of `Portfolio/`.
  package init(
    from base: Snapshot, to worktree: Snapshot, only: [String], _ request: ProposeRequest
  ) {
    self.base = base
    self.worktree = worktree
    renamings = worktree.portfolio.flatMap { base.portfolio?.renamings(to: $0) } ?? []
    self.request = request
    let all = base.files.changes(to: worktree.files, startingWith: Layout.portfolioStart)
    paths = all.filter { path in
      only.isEmpty || only.contains { path == $0 || path.hasPrefix($0 + "/") }
    }
    checkFiles()
    guard diagnostics.isEmpty, let before = base.portfolio,
      let after = partial.portfolio
    else { return }
    express(PortfolioDiff(from: before, to: after))
  }

  /// The base with the edited files in their new state, and no other edit.
  private var partial: Snapshot {
    base.replacing(
      Dictionary(uniqueKeysWithValues: paths.map { ($0, worktree.files.bytes($0)) }))
  }

  private mutating func refuse(_ path: String, _ message: String, _ help: Hint) {
    diagnostics.append(
      Diagnostic(
        .inexpressibleEdit, at: SourceLocation(path: base.files.prefix + path), message,
        help: [help]))
  }

  /// Files that no proposal changes, and files that can't be read.
  private mutating func checkFiles() {
    let edited = Set(paths)
    let prefix = worktree.files.prefix
    diagnostics += worktree.fileDiagnostics.filter { diagnostic in
      edited.contains { prefix + $0 == diagnostic.location.path } && diagnostic.severity == .error
    }
    for path in paths {
      let isThere = worktree.files[path] != nil
      switch Layout.role(of: path) {
      case .changelog:
        refuse(path, "the changelog is generated", "restore it; 'commit' writes it")
      case .delisted:
        refuse(
          path, "delisted records are written by 'commit'",
          "restore it, and delete the record's own file with \(option: .because)")
      case .portfolio where !isThere, .criteria where !isThere:
        refuse(path, "the portfolio needs this file", "restore it")
      case .committee where !isThere:
        refuse(path, "members are never deleted", "restore it, and give them an 'until'")
      default: break
      }
    }
  }

  private mutating func express(_ diff: PortfolioDiff) {
    for difference in ordered(diff) {
      let subject = difference.subject
      switch difference.kind {
      case .set:
        guard let field = difference.field else { continue }
        if subject.kind == .standard, field == "position" { continue }
        let subject = renamed(subject)
        if subject.kind == .standard, field == Difference.idField {
          if let new = difference.to?.text.flatMap(Identifier.init) {
            list.rename(subject, to: new)
          }
          continue
        }
        list.set([change(field, difference)], of: subject)
      case .add: add(subject, difference.to?.fields ?? Fields())
      case .remove where subject.kind == .member:
        refuse(
          Layout.committeeFile, "member '\(subject.id)' was removed",
          "members are never deleted: give an 'until'")
      case .remove where subject.kind == .criteria || subject.kind == .portfolio:
        refuse(
          Layout.portfolioFile, "the portfolio's id was changed", "an id is never changed")
      case .remove: list.put(Change(subject, .remove))
      case .delist: delist(subject.id, diff.base)
      case .confirm: break
      }
    }
    placeMoved(diff)
  }

  /// The differences, with new records in the order of their tables: each has its place after one that
  /// is there by then.
  private func ordered(_ diff: PortfolioDiff) -> [Difference] {
    func isNew(_ difference: Difference) -> Bool {
      difference.kind == .add && difference.subject.kind == .standard
    }
    var new: [Identifier: Difference] = [:]
    for difference in diff.differences where isNew(difference) {
      new[difference.subject.id] = difference
    }
    var next = diff.head.inTableOrder.compactMap { new[$0.id] }.makeIterator()
    return diff.differences.map { isNew($0) ? next.next() ?? $0 : $0 }
  }

  /// The subject as the base names it.
  private func renamed(_ subject: SubjectID) -> SubjectID {
    guard subject.kind == .standard else { return subject }
    return SubjectID(.standard, oldID(subject.id))
  }

  private func oldID(_ id: Identifier) -> Identifier {
    renamings.first { $0.new == id }?.old ?? id
  }

  /// Lists that only lost items, or gained some at their end, change by drop and insert.
  private func change(_ field: String, _ difference: Difference) -> FieldChange {
    guard case .list(let before)? = difference.from ?? .list([]),
      case .list(let after)? = difference.to ?? .list([])
    else { return FieldChange(field, from: difference.from, to: difference.to) }
    let drop = before.filter { !after.contains($0) }
    let insert = after.filter { !before.contains($0) }
    guard before.filter(after.contains) + insert == after else {
      return FieldChange(field, from: difference.from, to: difference.to)
    }
    return FieldChange(field, insert: insert, drop: drop)
  }

  private mutating func add(_ subject: SubjectID, _ content: Fields) {
    var content = content
    if subject.kind == .standard { content["position"] = nil }
    if subject.kind == .member || subject.kind == .body { content["id"] = nil }
    list.put(Change(subject, .add(content)))
  }

  private mutating func delist(_ id: Identifier, _ base: Portfolio) {
    guard let standard = base.standards[id] else { return }
    guard let because = request.because else {
      refuse(
        Layout.path(of: id, in: standard.category), "\(standard.briefName) was deleted",
        "say why it is delisted: \(option: .because), and \(option: .replacedBy) if something replaces it"
      )
      return
    }
    list.put(
      Change(
        SubjectID(.standard, id),
        .delist(
          Delisting(
            because: because,
            replacedBy: request.replacedBy.compactMap { Identifier($0) }, group: standard.group,
            assessment: standard.fields.fields("assessment") ?? Fields()))))
  }

  /// Records that are new, moved or reordered get a place among those that stay, unless the last.
  private mutating func placeMoved(_ diff: PortfolioDiff) {
    for standard in diff.head.inTableOrder {
      let before = diff.base.standards[standard.id]
      let moved = before?.group != standard.group || before?.category != standard.category
      let reordered = diff.differences.contains {
        $0.subject == SubjectID(.standard, standard.id) && $0.field == "position"
      }
      guard moved || reordered else { continue }
      let order = diff.head.standards(in: standard.category, standard.group).map(\.id)
      guard let index = order.firstIndex(of: standard.id), index + 1 < order.count else {
        if reordered { list.qualify([oldID(standard.id)], place: .last) }
        continue
      }
      list.qualify(
        [oldID(standard.id)], place: index == 0 ? .first : .after(oldID(order[index - 1])))
    }
  }
}
