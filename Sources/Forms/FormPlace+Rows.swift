extension FormPlace {
  /// Rows as the places in which they stand: those of one table are one place.
  package static func together(_ places: [FormPlace]) -> [FormPlace] {
    struct Table: Hashable {
      let file: String
      let table: Int?
      let isInHeader: Bool
    }
    var (tables, rows, others): ([Table], [Table: [Int]], [FormPlace]) = ([], [:], [])
    for place in places {
      guard case .row(let number, let isInHeader, let row) = place.area else {
        others.append(place)
        continue
      }
      let table = Table(file: place.file, table: number, isInHeader: isInHeader)
      if rows[table] == nil { tables.append(table) }
      rows[table, default: []].append(row)
    }
    return tables.map { table in
      let rows = rows[table] ?? []
      let area: Area =
        if rows.count == 1, let row = rows.first {
          .row(table: table.table, isInHeader: table.isInHeader, row: row)
        } else {
          .rows(table: table.table, isInHeader: table.isInHeader, rows: rows.sorted())
        }
      return FormPlace(file: table.file, area: area)
    } + others
  }

  /// The place as it is named beside another one: without what both have in common.
  package func description(beside other: FormPlace) -> String {
    guard file.utf8.elementsEqual(other.file.utf8) else { return description }
    if case .row(let table, let isInHeader, let row) = area,
      case .row(table, isInHeader, _) = other.area
    {
      return "row \(row)"
    }
    return String(FormPlace(file: "", area: area).description.drop { $0 == "," || $0 == " " })
  }

  /// "2, 4 to 6 and 9"
  static func phrase(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, number <= last.upperBound + 1 {
        runs[runs.count - 1] = last.lowerBound...max(last.upperBound, number)
      } else {
        runs.append(number...number)
      }
    }
    let words = runs.flatMap { run -> [String] in
      switch run.count {
      case 1: ["\(run.lowerBound)"]
      case 2: ["\(run.lowerBound)", "\(run.upperBound)"]
      default: ["\(run.lowerBound) to \(run.upperBound)"]
      }
    }
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
