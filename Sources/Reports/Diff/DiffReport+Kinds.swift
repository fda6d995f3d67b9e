import Diagnostics
import PortfolioModel

extension DiffReport {
  /// What a change is to a reader; each change is of one kind, so that every count adds up.
  enum Kind: String, CaseIterable {
    case move
    case addition = "new standard"
    case delisting, rating
    /// A rating by region that becomes one level.
    case flattening = "regional rating made plain"
    case confirmation
    /// A new name, and the old one that the record keeps.
    case rename = "change of name"
    case category = "change of category"
    case relation
    case field = "other field"
    case ledger = "change of the ledger"
    case useCase = "change of a use case"
    case criteria = "change of the criteria"
    case committee = "change of the committee"
    case portfolio = "change of the portfolio's description"

    /// "1 move", "2 changes of the ledger"
    func counted(_ number: Int) -> String {
      let plural: String? =
        switch self {
        case .flattening: "regional ratings made plain"
        case .rename, .category, .ledger, .useCase, .criteria, .committee, .portfolio:
          "changes" + rawValue.dropFirst("change".count)
        default: nil
        }
      return number.counted(rawValue, plural: plural)
    }
  }

  func kind(_ difference: Difference) -> Kind {
    switch (difference.subject.kind, difference.kind) {
    case (.override, _): .ledger
    case (.useCase, _): .useCase
    case (.criteria, _): .criteria
    case (.member, _), (.body, _): .committee
    case (.portfolio, _): .portfolio
    case (.standard, .add): .addition
    case (.standard, .delist), (.standard, .remove): .delisting
    case (.standard, .confirm): .confirmation
    case (.standard, .set): fieldKind(difference)
    }
  }

  private func fieldKind(_ difference: Difference) -> Kind {
    if difference.factor != nil {
      let isRegional = difference.from?.fields?["regions"] != nil
      return isRegional && difference.to?.text != nil ? .flattening : .rating
    }
    let head = difference.field.flatMap { FieldPath($0).steps.first } ?? ""
    switch head {
    case "group": return .move
    case "category": return .category
    case "brief-name", Difference.idField: return .rename
    case "formerly": return isKeptName(difference) ? .rename : .field
    case _ where RelationKind(rawValue: head) != nil || head == "relation-notes": return .relation
    default: return .field
    }
  }

  /// Whether an old name is kept because the standard gets a new one.
  private func isKeptName(_ difference: Difference) -> Bool {
    input.differences.contains { $0.field == "brief-name" && $0.subject == difference.subject }
  }

  func differences(of kinds: Kind...) -> [Difference] {
    input.differences.filter { kinds.contains(kind($0)) }
  }

  /// How many changes of each kind there are, in the order of the report.
  var counts: [(kind: Kind, number: Int)] {
    let kinds = input.differences.map(kind)
    return Kind.allCases.compactMap { kind in
      let number = kinds.count { $0 == kind }
      return number == 0 ? nil : (kind, number)
    }
  }
}
