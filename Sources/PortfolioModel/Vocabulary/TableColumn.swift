/// A column of a category's table, where a footnote's letter can stand.
package enum TableColumn: Hashable, Sendable {
  case name
  case factor(Factor)
}

extension TableColumn: RawRepresentable, CaseIterable {
  package static let allCases = [TableColumn.name] + Factor.allCases.map(TableColumn.factor)

  package init?(rawValue: String) {
    guard let column = TableColumn.allCases.first(where: { $0.rawValue == rawValue }) else {
      return nil
    }
    self = column
  }

  package var rawValue: String {
    switch self {
    case .name: "name"
    case .factor(let factor): factor.rawValue
    }
  }
}
