/// Gathers the text of paragraphs, as it is shown.
struct WordText {
  /// A field: an instruction, of which nothing is shown, then its result.
  private struct Field {
    var isResult = false
    /// What would be shown of the instruction, if it never comes to an end.
    var hidden = ""
  }

  private(set) var text = ""
  /// What was met on the way, each once.
  private(set) var remarks: [FormRemark.Kind] = []
  /// Whether the end of the last paragraph was deleted, so that the next goes on in it.
  private(set) var continues = false
  private var isFirst = true
  private var fields: [Field] = []
  /// What stands in boxes of the paragraph, and is put behind it.
  private var boxes: [XMLElement] = []

  mutating func remark(_ kind: FormRemark.Kind) {
    if !remarks.contains(kind) { remarks.append(kind) }
  }

  /// Adds what a cell, a box or another container holds; tables in it become lines.
  mutating func add(blocksOf container: XMLElement) {
    let shown = WordElements.shown(in: container)
    for kind in shown.remarks { remark(kind) }
    for element in shown.elements where element.namespace == .word {
      switch element.name {
      case "p": add(paragraph: element)
      case "tbl":
        remark(.hasTableInCell)
        add(table: element)
      default: break
      }
    }
  }

  private mutating func add(table: XMLElement) {
    for row in WordElements.shown(in: table).elements where row.isWord("tr") {
      if row.word("trPr")?.word("del") != nil {
        remark(.hasTrackedChanges)
        continue
      }
      startLine()
      let cells = WordElements.shown(in: row).elements.filter { $0.isWord("tc") }
      for (index, cell) in cells.enumerated() {
        if index > 0 { append("\t") }
        isFirst = true
        add(blocksOf: cell)
        isFirst = false
      }
    }
  }

  mutating func add(paragraph: XMLElement) {
    startLine()
    add(runsOf: paragraph)
    let mark = paragraph.word("pPr")?.word("rPr")
    if mark?.word("ins") != nil { remark(.hasTrackedChanges) }
    if mark?.word("del") != nil || mark?.word("moveFrom") != nil {
      remark(.hasTrackedChanges)
      continues = true
    }
    let boxes = boxes
    self.boxes = []
    for box in boxes { add(blocksOf: box) }
  }

  private mutating func startLine() {
    if !isFirst && !continues { append("\n") }
    isFirst = false
    continues = false
  }

  private mutating func add(runsOf container: XMLElement) {
    let shown = WordElements.shown(in: container)
    for kind in shown.remarks { remark(kind) }
    for element in shown.elements {
      switch element.namespace {
      case .word: add(run: element)
      case .math: add(formula: element)
      default: look(at: element)
      }
    }
  }

  /// Adds an element of a paragraph or a run. What is not known may hold runs.
  private mutating func add(run element: XMLElement) {
    switch element.name {
    case "pPr", "rPr", "sdtPr", "delText", "delInstrText", "instrText", "rt": break
    case "r":
      if element.word("rPr")?.word("vanish")?.isOn ?? false {
        if element.word("t") != nil { remark(.hasHiddenText) }
      } else {
        add(runsOf: element)
      }
    case "t": append(WordText.plain(element))
    case "tab", "ptab": append("\t")
    case "br", "cr": append("\n")
    case "noBreakHyphen": append("-")
    case "softHyphen": break
    case "sym": append(WordText.symbol(element))
    case "fldChar": mark(element.value("fldCharType", in: .word) ?? "")
    case "commentReference": remark(.hasMarginComments)
    case "footnoteReference", "endnoteReference": remark(.hasFootnotes)
    case "drawing", "pict", "object": look(at: element)
    default: add(runsOf: element)
    }
  }

  private mutating func mark(_ type: String) {
    switch type {
    case "begin": fields.append(Field())
    case "separate": if !fields.isEmpty { fields[fields.count - 1].isResult = true }
    case "end": _ = fields.popLast()
    default: break
    }
  }

  private mutating func append(_ piece: String) {
    if let index = fields.firstIndex(where: { !$0.isResult }) {
      fields[index].hidden += piece
    } else {
      text += piece
    }
  }

  private mutating func add(formula: XMLElement) {
    if formula.name == "t" { append(formula.text) }
    for element in formula.elements {
      if element.namespace == .math { add(formula: element) } else { add(runsOf: element) }
    }
  }

  /// Looks for boxes of text and pictures in a drawing.
  private mutating func look(at drawing: XMLElement) {
    switch (drawing.namespace, drawing.name) {
    case (.word, "txbxContent"): boxes.append(drawing)
    case (.drawing, "blip"), (.vector, "imagedata"): remark(.hasPicture)
    default: for element in WordElements.shown(in: drawing).elements { look(at: element) }
    }
  }

  /// The text since it was last taken. Fields stay open.
  mutating func take() -> (text: String, remarks: [FormRemark.Kind]) {
    defer {
      text = ""
      remarks = []
      isFirst = true
    }
    return (text, remarks)
  }

  /// The text to the end. A field that never came to its result hides nothing.
  mutating func finish() -> (text: String, remarks: [FormRemark.Kind]) {
    text += fields.map(\.hidden).joined()
    fields = []
    return take()
  }
}
