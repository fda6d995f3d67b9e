import Diagnostics
import PortfolioModel

extension ChangeBuilder {
  /// Puts an item into a list, or takes it out: `[ID:]FIELD=ITEM`, or several as `FIELD=[A, B]`.
  mutating func changeList(_ text: String, _ request: ProposeRequest, inserts: Bool) {
    for (record, field, value) in assignments(text, request) {
      guard let (path, kind) = resolve(field, record) else { continue }
      guard kind.isList else {
        refuse(
          "\(field) is not a list", "use \(option: .set, "\(field)=VALUE")")
        continue
      }
      guard !value.isEmpty else {
        refuse("\(field): the item is empty", "write '\(field)=ITEM'")
        continue
      }
      guard let items = parsed(relation(value, path), kind, field)?.list,
        fits(items, path, field, record, inserts: inserts)
      else { continue }
      put(
        inserts
          ? FieldChange(path.description, insert: items)
          : FieldChange(path.description, drop: items), record)
    }
  }

  /// The target of a relation as a record writes it, from what a reader types: a name of a standard
  /// is its id, any other name is one outside the portfolio.
  private func relation(_ text: String, _ path: FieldPath) -> String {
    guard path.steps.count == 1, RelationKind(rawValue: path.steps[0]) != nil,
      Identifier(text) == nil, !text.hasPrefix("["), !text.hasPrefix("{")
    else { return text }
    let found = StandardNames(basis).matches(text, .whole)
    guard found.count != 1 else { return found[0].text }
    return "[{external: \(FieldValue.text(text).inline)}]"
  }

  /// Whether the list holds each item that goes, and none that comes, by the changes so far.
  private mutating func fits(
    _ items: [FieldValue], _ path: FieldPath, _ field: String, _ record: Record, inserts: Bool
  ) -> Bool {
    let name = record.briefName
    let current = changed(record).value(at: path)
    guard current == nil || current?.list != nil else {
      let inner = current?.fields?.names.first ?? ""
      refuse(
        "\(field) of \(name) is \(current?.inlineBare ?? ""), not a list",
        "name the list in it: '--\(inserts ? "insert" : "drop") \(field).\(inner)=ITEM'")
      return false
    }
    let wrong = items.filter { current?.list?.contains($0) == true ? inserts : !inserts }
    for item in wrong {
      let (all, shown) = (current?.inline ?? "empty", item.inline)
      refuse(
        .refused,
        "\(field) of \(name) \(inserts ? "holds it already" : "does not hold it"): \(shown)",
        [inserts ? "leave it out: the list is \(all)" : "drop what it holds: the list is \(all)"])
    }
    return wrong.isEmpty
  }
}
