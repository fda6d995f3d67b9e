/// The elements of a container as they are shown: what only wraps others is opened, and what was
/// deleted is left out.
struct WordElements {
  private(set) var elements: [XMLElement] = []
  /// What was met on the way, each once.
  private(set) var remarks: [FormRemark.Kind] = []

  static func shown(in container: XMLElement) -> WordElements {
    var result = WordElements()
    result.open(container)
    return result
  }

  private mutating func remark(_ kind: FormRemark.Kind) {
    if !remarks.contains(kind) { remarks.append(kind) }
  }

  private mutating func open(_ container: XMLElement) {
    for element in container.elements {
      switch (element.namespace, element.name) {
      case (.word, "ins"), (.word, "moveTo"):
        remark(.hasTrackedChanges)
        open(element)
      case (.word, "del"), (.word, "moveFrom"):
        remark(.hasTrackedChanges)
      case (.word, "sdt"):
        // The text that asks for text is none.
        let isPrompt = element.word("sdtPr")?.word("showingPlcHdr")?.isOn ?? false
        if isPrompt {
          remark(.hasPrompt)
        } else if let content = element.word("sdtContent") {
          open(content)
        }
      case (.word, "customXml"), (.word, "smartTag"), (.word, "dir"), (.word, "bdo"):
        open(element)
      case (.compatibility, "AlternateContent"):
        // The branches show the same in different ways.
        let branch =
          element.elements.first { $0.name == "Choice" }
          ?? element.elements.first { $0.name == "Fallback" }
        if let branch { open(branch) }
      case (.word, "altChunk"), (.word, "subDoc"): remark(.hasEmbeddedFile)
      default: elements.append(element)
      }
    }
  }
}
