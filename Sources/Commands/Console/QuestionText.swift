import Reports

/// The text of questions on a terminal: broken at spaces, the lines after the first indented as far
/// as what stands behind the number of a choice.
enum QuestionText {
  static func wrapped(_ text: String, width: Int) -> String {
    let line = DisplayText.line(text)
    let start = line.prefix { $0 == " " }
    let number = line.dropFirst(start.count).prefix { $0.isNumber }
    let gap = line.dropFirst(start.count + number.count).prefix { $0 == " " }
    let isChoice = !start.isEmpty && !number.isEmpty
    let hanging = isChoice ? start.count + number.count + gap.count : start.count
    let head = String(line.prefix(hanging))
    var lines = [head]
    var isFirst = true
    for word in line.dropFirst(hanging).split(separator: " ") {
      let added = (isFirst ? "" : " ") + word
      if !isFirst, DisplayText.width(lines[lines.count - 1] + added) > width {
        lines.append(String(repeating: " ", count: hanging) + word)
      } else {
        lines[lines.count - 1] += added
      }
      isFirst = false
    }
    return lines.joined(separator: "\n")
  }
}
