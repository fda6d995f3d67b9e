package import PortfolioModel

extension ChangeList {
  /// The record of a standard that a change adds, as far as it is given.
  package func addition(of id: Identifier) -> Fields? {
    changes.lazy.filter { $0.subject == SubjectID(.standard, id) }.compactMap(\.addedContent).first
  }
}

extension Change {
  /// What the change adds, or nil where it adds nothing.
  package var addedContent: Fields? {
    guard case .add(let content) = action else { return nil }
    return content
  }

  /// The change, which adds a subject, with some of its fields in another form.
  func adding(_ content: Fields, with fields: [FieldChange]) -> Change {
    var content = content
    let address = FieldAddress(subject.kind)
    for field in fields {
      guard subject.kind != .standard || field.field != "category" else {
        content["category"] = field.to
        continue
      }
      guard let path = address.path(of: field.field, in: content) else { continue }
      var value = field.to
      if field.changesList {
        let items = content.value(at: path)?.list ?? []
        let left = items.filter { !field.drop.contains($0) } + field.insert
        value = left.isEmpty ? nil : .list(left)
      }
      _ = content.replace(value, at: path)
    }
    let schema = subject.kind == .standard ? Schema.addedStandard : subject.kind.schema
    return with(action: .add(schema.ordered(content)))
  }
}
