/// A shipped file, cut where it names standards of the portfolio, so that copies can name others.
struct Template {
  enum Part {
    case text(String)
    /// The number of the shipped record that is named.
    case standard(Int)
  }

  /// A field at the margin, with all its lines.
  struct Block {
    let key: String
    var parts: [Part]

    /// The lines as they were, without the places of ids.
    func text(_ name: (Int) -> String) -> String {
      parts.map { part in
        switch part {
        case .text(let text): text
        case .standard(let number): name(number)
        }
      }.joined()
    }
  }

  let id: String
  let blocks: [Block]

  /// Cuts a text; `numbers` has the shipped records' numbers by their ids.
  init(id: String, _ text: String, _ numbers: [String: Int]) {
    self.id = id
    var blocks: [Block] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let parts = Template.parts(of: String(line) + "\n", numbers)
      if line.first == " " || line.isEmpty {
        blocks[blocks.count - 1].parts += parts
      } else {
        blocks.append(Block(key: String(line.prefix { $0 != ":" }), parts: parts))
      }
    }
    self.blocks = blocks
  }

  /// What names standards: relations and their notes, rows of use cases, and the ledger.
  private static let naming = [
    "superseded-by: ", "will-be-superseded-by: ", "profiles: ", "extends: ", "combines: ",
    "mirrors: ", "used-with: ", "incorporates: ", "incorporated-by: ", "related-to: ",
    "standards: ", "candidates: ",
  ]

  private static func parts(of line: String, _ numbers: [String: Int]) -> [Part] {
    let start = line.drop { $0 == " " || $0 == "-" }
    guard
      naming.contains(where: start.hasPrefix) || start.hasPrefix("{relation: ")
        || start.hasPrefix("{standard: ")
    else { return [.text(line)] }
    var (parts, text, word): ([Part], String, String) = ([], "", "")
    for character in line {
      if character.isASCII, character.isLowercase || character.isNumber || character == "-" {
        word.append(character)
        continue
      }
      let isNamed =
        (text.hasSuffix("[") || text.hasSuffix(", ") || text.hasSuffix("target: ")
          || text.hasSuffix("standard: ")) && ",]}".contains(character)
      if isNamed, let number = numbers[word] {
        parts += [.text(text), .standard(number)]
        text = ""
      } else {
        text += word
      }
      word = ""
      text.append(character)
    }
    return parts + [.text(text)]
  }
}
