import Diagnostics

/// Finds prose that still names a group or a level that the record no longer has.
package struct ProseCheck: Sendable {
  private let portfolio: Portfolio

  package init(_ portfolio: Portfolio) { self.portfolio = portfolio }

  package func findings() -> [Finding] { findings(on: FindingSelection(portfolio)) }

  func findings(on selection: FindingSelection) -> [Finding] {
    selection.standards.flatMap { findings($0) }
  }

  private func findings(_ standard: Standard) -> [Finding] {
    textsThatMayName(of: standard).flatMap { path, text in
      stalePhrases(text, standard).map { phrase in
        Finding(
          .proseLeftBehind, .standard(standard.id), path,
          "the text says '\(phrase)', which is not what the record's fields say",
          help: ["reword it, or leave it to the fields"])
      }
    }
  }

  /// The stale phrases of a text, each once.
  private func stalePhrases(_ text: String, _ standard: Standard) -> [String] {
    var seen: Set<String> = []
    return sentences(of: text).flatMap { words in
      (staleGroups(words, standard) + staleLevels(words, standard)).filter {
        seen.insert($0).inserted
      }
    }
  }

  private static let fields = ["scope", "description", "notes", "tooling-note"]

  /// The texts of a record that hold a name of a group or a factor.
  private func textsThatMayName(of standard: Standard) -> [(FieldPath, String)] {
    var texts: [(FieldPath, String)] = []
    for name in ProseCheck.fields {
      if let text = standard.fields.text(name), mayName(text) {
        texts.append((FieldPath(name), text))
      }
    }
    for (index, item) in standard.fields.list("relation-notes").enumerated() {
      if let text = item.fields?.text("note"), mayName(text) {
        texts.append((FieldPath(["relation-notes", String(index), "note"]), text))
      }
    }
    return texts
  }

  /// The groups, and the words that name the factors.
  private static let names = [
    Name("preferred", rarest: "f"), Name("legacy", rarest: "g"), Name("emerging", rarest: "g"),
    Name("adoption", rarest: "p"), Name("deployment", rarest: "p"), Name("maturity", rarest: "y"),
  ]

  /// Whether a byte, as a letter in lower case, is the rarest of a name.
  private static let isRare = (UInt8.min...UInt8.max).map { byte in
    names.contains { $0.bytes[$0.rare] == byte }
  }

  /// Whether a text holds one of the names at all. Most don't, and need not be split into words.
  private func mayName(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable(mayName) ?? true
  }

  private func mayName(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // One rare letter of each name tells most places of a text from it.
    let isRare = ProseCheck.isRare
    return bytes.indices.contains { place in
      isRare[Int(bytes[place] | 0x20)]
        && ProseCheck.names.contains { $0.stands(in: bytes, around: place) }
    }
  }

  /// A word in lower case, and the place of its rarest letter.
  private struct Name {
    let bytes: [UInt8]
    let rare: Int

    init(_ word: String, rarest letter: Unicode.Scalar) {
      bytes = Array(word.utf8)
      guard let rare = bytes.firstIndex(of: UInt8(ascii: letter)) else {
        preconditionFailure("'\(word)' has no '\(letter)'")
      }
      self.rare = rare
    }

    /// Whether the word stands in a text, in letters of any case, with its rarest letter at a place.
    func stands(in text: UnsafeBufferPointer<UInt8>, around place: Int) -> Bool {
      let start = place - rare
      guard start >= 0, start + bytes.count <= text.count else { return false }
      return bytes.indices.allSatisfy { text[start + $0] | 0x20 == bytes[$0] }
    }
  }

  /// The words in lower case, by sentence. A full stop, semicolon or line feed ends a sentence.
  ///
  /// It works on bytes, as every text of the portfolio goes through here; non-ASCII letters belong
  /// to words.
  private func sentences(of text: String) -> [[String]] {
    var sentences: [[String]] = [[]]
    var word: [UInt8] = []
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte + 32)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...,
        UInt8(ascii: "-"):
        word.append(byte)
      default:
        if !word.isEmpty {
          sentences[sentences.count - 1].append(String(decoding: word, as: UTF8.self))
        }
        word.removeAll(keepingCapacity: true)
        let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: "\n")
        let endsWithStop =
          byte == UInt8(ascii: ".") && (next == UInt8(ascii: " ") || next == UInt8(ascii: "\n"))
        if endsWithStop || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\n") {
          sentences.append([])
        }
      }
    }
    if !word.isEmpty {
      sentences[sentences.count - 1].append(String(decoding: word, as: UTF8.self))
    }
    return sentences
  }

  /// The groups that the text says the standard is in, where it isn't.
  private func staleGroups(_ words: [String], _ standard: Standard) -> [String] {
    let verbs: Set = ["stays", "remains", "is", "becomes", "as"]
    return words.indices.compactMap { index in
      guard let group = Group(rawValue: words[index]), group != standard.group else { return nil }
      if index > 0, verbs.contains(words[index - 1]) {
        return "\(words[index - 1]) \(words[index])"
      }
      let isGroupName = index + 1 < words.count && words[index + 1] == "group"
      return isGroupName ? "\(words[index]) group" : nil
    }
  }

  /// The levels in sentences about a factor that the record's rating doesn't hold.
  private func staleLevels(_ words: [String], _ standard: Standard) -> [String] {
    let names: [(Factor, String)] = [
      (.productAdoption, "adoption"), (.siteDeployment, "deployment"), (.maturity, "maturity"),
    ]
    return names.flatMap { factor, name -> [String] in
      guard words.contains(name) else { return [] }
      let current = levels(of: standard.assessment[factor])
      let others = Set(names.filter { $0.0 != factor && words.contains($0.1) }.map(\.0))
      let elsewhere = others.reduce(into: Set<Level>()) {
        $0.formUnion(levels(of: standard.assessment[$1]))
      }
      return factor.levels.filter { level in
        level != .nothing && words.contains(level.rawValue) && !current.contains(level)
          && !elsewhere.contains(level)
      }.map { "\(name) … \($0.rawValue)" }
    }
  }

  private func levels(of rating: Rating?) -> Set<Level> {
    switch rating {
    case .level(let level): [level]
    case .regional(let rating):
      Set(rating.regions.map(\.level) + [rating.combined].compactMap { $0 })
    case nil: []
    }
  }
}
