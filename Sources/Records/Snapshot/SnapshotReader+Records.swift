import Diagnostics
import PortfolioModel

extension SnapshotReader {
  /// What one file holds, read without regard to the others.
  struct Part: Sendable {
    let role: Layout.Role
    /// The id that the file's name gives.
    let id: Identifier?
    let record: RecordFile?
    let standard: Standard?
    /// Whether the record is that of the earlier snapshot.
    let isTaken: Bool
  }

  /// Reads the text of one file as the kind of record that its path demands.
  func part(_ path: String) -> Part {
    let role = Layout.role(of: path)
    let id = role.stem.flatMap { Identifier($0) }
    let known = earlier?.files[path] == files[path] ? earlier?.records[path] : nil
    guard let schema = role.schema, let record = known ?? files.record(path, schema)
    else { return Part(role: role, id: id, record: nil, standard: nil, isTaken: false) }
    return Part(
      role: role, id: id, record: record,
      standard: standard(role, id, record, isTaken: known != nil), isTaken: known != nil)
  }

  private func standard(
    _ role: Layout.Role, _ id: Identifier?, _ record: RecordFile, isTaken: Bool
  ) -> Standard? {
    guard case .standard(let category?, _, _) = role, let id, let fields = record.fields else {
      return nil
    }
    if isTaken, let same = earlier?.portfolio?.standards[id], same.category == category {
      return same
    }
    return Standard(
      id: id, category: category, fields: fields, isChecked: record.diagnostics.isEmpty)
  }

  mutating func add(_ record: RecordFile, _ part: Part, _ path: String) {
    records[path] = record
    if part.isTaken { taken.insert(path) }
    if !record.diagnostics.isEmpty {
      let standard = subject(of: part.role)
      diagnostics += record.diagnostics.map {
        Diagnostic(
          $0.rule, severity: $0.severity, at: $0.location, standard: standard, $0.message,
          help: $0.help)
      }
    }
    guard let fields = record.fields else { return }
    let isChecked = record.diagnostics.isEmpty
    switch part.role {
    case .standard(let category, let folder, let stem):
      guard category != nil else {
        report(
          .unknownCategory, path, standard: stem, "'\(folder)' is not a category",
          "the categories are: \(Category.allCases.map(\.rawValue).joined(separator: ", "))")
        return
      }
      guard let id = identifier(part.id, stem, path), let standard = part.standard else { return }
      if let other = paths[id] {
        report(
          .duplicateStandard, path, standard: stem,
          "the id '\(id)' is already used by \(files.prefix)\(other)", "rename one of the files")
        return
      }
      paths[id] = path
      standards.append(standard)
    case .delisted(let stem):
      if let id = identifier(part.id, stem, path) {
        delisted +=
          DelistedStandard(id: id, fields: fields, isChecked: isChecked).map { [$0] } ?? []
      }
    case .override(let stem):
      if let id = identifier(part.id, stem, path) {
        overrides += Override(id: id, fields: fields, isChecked: isChecked).map { [$0] } ?? []
      }
    case .useCase(let stem):
      if let id = identifier(part.id, stem, path) {
        useCases += UseCase(id: id, fields: fields, isChecked: isChecked).map { [$0] } ?? []
      }
    default: break
    }
  }

  private func subject(of role: Layout.Role) -> String? {
    switch role {
    case .standard(_, _, let stem), .delisted(let stem): stem
    default: nil
    }
  }

  private mutating func identifier(
    _ id: Identifier?, _ stem: String, _ path: String
  ) -> Identifier? {
    if let id { return id }
    report(
      .invalidFileName, path, "'\(stem)' is not an id",
      Identifier(slugOf: stem).map { "rename the file to '\($0).yml'" }
        ?? Identifier.help(insteadOf: stem))
    return nil
  }
}

extension Layout.Role {
  /// The name of a file that an id names, without its ending.
  fileprivate var stem: String? {
    switch self {
    case .standard(_, _, let stem), .delisted(let stem), .override(let stem), .useCase(let stem):
      stem
    default: nil
    }
  }
}
