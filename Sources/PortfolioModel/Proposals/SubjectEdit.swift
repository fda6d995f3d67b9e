import Diagnostics

/// Applies field changes to the content of one subject.
struct SubjectEdit {
  private let subject: SubjectID
  private(set) var fields: Fields
  /// The category of a standard, which is its folder, not a field.
  private(set) var category: Category?
  private(set) var movesCategory = false

  init(_ subject: SubjectID, _ fields: Fields, category: Category?) {
    self.subject = subject
    self.fields = fields
    self.category = category
  }

  /// Makes a change, or returns the problem. A help of "" stands for refreshing the proposal.
  mutating func apply(_ change: FieldChange) -> SchemaProblem? {
    if subject.kind == .standard, change.field == "category" { return moveCategory(change) }
    if subject.kind == .portfolio,
      PortfolioDescription.stamps.contains(FieldPath(change.field).steps.first ?? "")
    {
      return SchemaProblem(
        .unsupportedChange, at: .root, "no proposal changes '\(change.field)'",
        help: ["\(run: .edition(.publish(nil))) stamps it when an edition is published"])
    }
    let address = FieldAddress(subject.kind)
    guard let path = address.path(of: change.field, in: fields),
      let kind = address.fieldKind(at: path), !isFixed(change.field)
    else {
      let subject = subject
      let names = subject.kind.schema.fields.map(\.name)
      return SchemaProblem(
        .unknownField, at: .root, "\(subject.kind.rawValue) has no field '\(change.field)'",
        help: [
          Nearest.hint(for: change.field, in: names, "the fields are")
        ])
    }
    if change.changesList { return applyToList(change, path, kind) }
    let current = fields.value(at: path)
    guard current == change.from else { return stale(change, current) }
    guard change.from != change.to else {
      return SchemaProblem(
        .changeWithoutEffect, at: .root, "'\(change.field)' is set to the value that it has",
        help: ["remove the change; a rating that was reassessed unchanged is 'confirm'ed"])
    }
    guard fields.replace(change.to, at: path) else {
      return SchemaProblem(
        .unknownField, at: .root, "'\(change.field)' can't be set here",
        help: ["set the field that holds it"])
    }
    return nil
  }

  /// Whether a field never changes, because it identifies the subject or the format of the files.
  private func isFixed(_ field: String) -> Bool {
    switch subject.kind {
    case .member, .body: field == "id"
    case .portfolio: field == "id" || field == "format"
    default: false
    }
  }

  private mutating func applyToList(
    _ change: FieldChange, _ path: FieldPath, _ kind: FieldKind
  ) -> SchemaProblem? {
    guard kind.isList else {
      return SchemaProblem(
        .unsupportedChange, at: .root, "'\(change.field)' is not a list",
        help: ["write 'from' and 'to'"])
    }
    let current = fields.value(at: path)
    guard current == nil || current?.list != nil else { return stale(change, current) }
    var items = current?.list ?? []
    for item in change.drop {
      guard let index = items.firstIndex(of: item) else {
        return SchemaProblem(
          .staleChange, at: .root,
          "'\(change.field)' does not hold \(item.inline), which is to be dropped", help: [""])
      }
      items.remove(at: index)
    }
    for item in change.insert {
      guard !items.contains(item) else {
        return SchemaProblem(
          .staleChange, at: .root,
          "'\(change.field)' holds \(item.inline) already", help: [""])
      }
      items.append(item)
    }
    _ = fields.replace(items.isEmpty ? nil : .list(items), at: path)
    return nil
  }

  private mutating func moveCategory(_ change: FieldChange) -> SchemaProblem? {
    let current = category.map { FieldValue.text($0.rawValue) }
    guard current == change.from else { return stale(change, current) }
    guard let to = change.to?.text.flatMap(Category.init), to != category else {
      return FieldKind.word(.category).problems(in: change.to ?? .text(""), at: .root).first
        ?? SchemaProblem(
          .changeWithoutEffect, at: .root, "'category' is set to the value that it has",
          help: ["remove the change"])
    }
    category = to
    movesCategory = true
    return nil
  }

  private func stale(_ change: FieldChange, _ current: FieldValue?) -> SchemaProblem {
    SchemaProblem(
      .staleChange, at: .root,
      "'\(change.field)' of \(subject.id) is \(current?.inline ?? "absent"), "
        + "not \(change.from?.inline ?? "absent") as the proposal says",
      help: [""])
  }
}

extension FieldValue {
  /// The value on one line for messages; long texts are cut.
  package var inline: String {
    switch self {
    case .text(let text):
      let line = text.oneLine
      return line.unicodeScalars.count > 60 ? "'\(line.prefix(57))…'" : "'\(line)'"
    case .list(let items): return "[\(items.map(\.inlineBare).listed)]"
    case .fields(let fields):
      return "{\(fields.entries.map { "\($0.name): \($0.value.inlineBare)" }.listed)}"
    }
  }

  /// The same as ``inline``, but text has no quotation marks.
  package var inlineBare: String {
    guard let text else { return inline }
    return text.oneLine
  }
}
