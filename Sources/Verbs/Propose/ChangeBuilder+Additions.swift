import Diagnostics
import PortfolioModel

extension ChangeBuilder {
  /// Begins the record that the request adds, from what a file says of it.
  mutating func addRecord(_ request: ProposeRequest) {
    guard let text = request.adds, let id = newIdentifier(text) else { return }
    var content = request.record?.content ?? Fields()
    // Its place in the group is where the proposal puts it.
    content["position"] = nil
    begin(id, content)
  }

  /// The id of a standard that is to be added; nil, with a refusal, where it can't be one.
  mutating func newIdentifier(_ text: String) -> Identifier? {
    do throws(Refusal) {
      let id = try NewStandard.identifier(text, in: basis, snapshot)
      guard list.addition(of: id) == nil else {
        refuse(
          "the proposal adds '\(id)' already", "change it: \(option: .set, "\(id):FIELD=VALUE")")
        return nil
      }
      return id
    } catch {
      refuse(error)
      return nil
    }
  }

  /// The faults of the record that a file gave for the standard that is added.
  func faults(of record: GivenRecord?, today: CalendarDate) -> [Diagnostic] {
    guard let record, problems.isEmpty else { return [] }
    let new = Set(list.changes.filter { $0.addedContent != nil }.map(\.subject.id))
    let findings = result.findings(on: today).filter { finding in
      guard case .standard(let id) = finding.subject else { return false }
      return new.contains(id) && finding.isFaultOfValue
    }
    return record.diagnostics(findings)
  }

  /// Whether each record that the changes add has the fields that a record needs; else a refusal
  /// lists those that it lacks.
  mutating func hasWholeAdditions() -> Bool {
    var isWhole = true
    for change in list.changes {
      guard change.subject.kind == .standard, case .add(let content) = change.action else {
        continue
      }
      let missing = NewStandard.missing(in: content, basis.description)
      guard !missing.isEmpty else { continue }
      isWhole = false
      refuse(
        .usage,
        "'\(change.subject.id)' needs \(missing.count.counted("more field")): \(missing.listed)",
        missing.map { NewStandard.advice(on: $0, basis.description) }
          + ["or fill in a record: \(run: .propose(.template(change.subject.id.text)))"])
    }
    return isWhole
  }
}
