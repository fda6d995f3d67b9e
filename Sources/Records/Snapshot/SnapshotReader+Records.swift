import Diagnostics
import PortfolioModel

extension SnapshotReader {
  /// Reads the text of one file as the kind of record that its path demands.
  mutating func read(_ bytes: [UInt8], _ path: String, _ role: Layout.Role) {
    guard let schema = Layout.schema(of: path) else { return }
    let known = earlier?.files[path] == .bytes(bytes) ? earlier?.records[path] : nil
    let record = known ?? RecordFile(bytes, path: files.prefix + path, schema: schema)
    records[path] = record
    if known != nil { taken.insert(path) }
    let standard = subject(of: role)
    diagnostics += record.diagnostics.map {
      Diagnostic(
        $0.rule, severity: $0.severity, at: $0.location, standard: standard, $0.message,
        help: $0.help)
    }
    guard let fields = record.fields else { return }
    switch role {
    case .standard(let category, let folder, let stem):
      guard let category else {
        report(
          .unknownCategory, path, standard: stem, "'\(folder)' is not a category",
          "the categories are: \(Category.allCases.map(\.rawValue).joined(separator: ", "))")
        return
      }
      guard let id = identifier(stem, path) else { return }
      let same = known == nil ? nil : earlier?.portfolio?.standards[id]
      let standard =
        same?.category == category
        ? same
        : Standard(
          id: id, category: category, fields: fields, isChecked: record.diagnostics.isEmpty)
      guard let standard else { return }
      if let other = paths[id] {
        report(
          .duplicateStandard, path, standard: stem,
          "the id '\(id)' is already used by \(files.prefix)\(other)", "rename one of the files")
        return
      }
      paths[id] = path
      standards.append(standard)
    case .delisted(let stem):
      if let id = identifier(stem, path) {
        delisted += DelistedStandard(id: id, fields: fields).map { [$0] } ?? []
      }
    case .override(let stem):
      if let id = identifier(stem, path) {
        overrides += Override(id: id, fields: fields).map { [$0] } ?? []
      }
    case .useCase(let stem):
      if let id = identifier(stem, path) {
        useCases += UseCase(id: id, fields: fields).map { [$0] } ?? []
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

  private mutating func identifier(_ stem: String, _ path: String) -> Identifier? {
    if let id = Identifier(stem) { return id }
    report(
      .invalidFileName, path, "'\(stem)' is not an id",
      Identifier(slugOf: stem).map { "rename the file to '\($0).yml'" }
        ?? Identifier.help(insteadOf: stem))
    return nil
  }
}
