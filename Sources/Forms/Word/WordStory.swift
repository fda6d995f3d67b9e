/// Gathers the lines and tables of a body, or of page headers.
struct WordStory {
  let file: String
  let isInHeader: Bool
  private(set) var lines: [FormContent.Line] = []
  private(set) var tables: [FormContent.Table] = []
  private(set) var remarks: [FormRemark] = []

  /// The texts of the lines: the headers of several sections often say the same.
  private var texts: Set<String> = []

  init(file: String, isInHeader: Bool) {
    self.file = file
    self.isInHeader = isInHeader
  }

  mutating func add(_ root: XMLElement) {
    let shown = WordElements.shown(in: root)
    var text = WordText()
    for kind in shown.remarks { text.remark(kind) }
    for element in shown.elements where element.namespace == .word {
      switch element.name {
      case "p":
        text.add(paragraph: element)
        if !text.continues { take(text.take()) }
      case "tbl":
        take(text.take())
        add(table: element)
      default: break
      }
    }
    take(text.finish())
  }

  private mutating func take(_ gathered: (text: String, remarks: [FormRemark.Kind])) {
    let place = FormPlace(file: file, area: .line(lines.count + 1, isInHeader: isInHeader))
    remarks += gathered.remarks.map { FormRemark($0, at: place) }
    let text = gathered.text.trimmed
    guard !text.isEmpty, !isInHeader || texts.insert(text).inserted else { return }
    lines.append(FormContent.Line(text: text, place: place))
  }

  private mutating func add(table element: XMLElement) {
    let number = tables.count + 1
    var table = WordTable(file: file, number: number, isInHeader: isInHeader)
    table.add(element)
    remarks += table.remarks
    tables.append(FormContent.Table(isInHeader: isInHeader, rows: table.rows))
  }
}
