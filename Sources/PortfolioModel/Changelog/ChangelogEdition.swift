/// The section of one edition in the changelog: the lines of its proposals, ready to be joined.
struct ChangelogEdition: Sendable {
  let name: String
  /// In the order of numbers, then of folders.
  private var accepted: [Item] = []
  private var lines: [ChangelogSection: String] = [:]
  private var proposals = ""

  /// An accepted proposal; a changelog of thousands is copied to see what one more makes of it.
  private final class Item: Sendable {
    let value: Changelog.Accepted
    init(_ value: Changelog.Accepted) { self.value = value }
  }

  init(_ name: String) { self.name = name }

  var isEmpty: Bool { accepted.isEmpty }

  /// Whether its first proposal comes before another's.
  func comes(before other: ChangelogEdition) -> Bool {
    guard let one = accepted.first?.value, let other = other.accepted.first?.value else {
      return false
    }
    return one.comes(before: other)
  }

  /// - Parameter release: The edition under which it was published; nil while it is not.
  func text(as release: String?) -> String {
    let name = MarkdownText.escaped(name)
    let heading = release.map { "\(MarkdownText.escaped($0)) (since \(name))" } ?? "Since \(name)"
    var text = "\n## \(heading)\n"
    for section in ChangelogSection.allCases {
      guard let lines = lines[section] else { continue }
      text += "\n### \(section.rawValue)\n\n"
      text += lines
    }
    text += "\n### Proposals\n\n"
    text += proposals
    return text
  }

  mutating func insert(_ item: Changelog.Accepted) {
    if accepted.last?.value.comes(before: item) ?? true {
      accepted.append(Item(item))
      write(item)
    } else {
      let place = accepted.firstIndex { item.comes(before: $0.value) }
      accepted.insert(Item(item), at: place ?? accepted.count)
      writeAll()
    }
  }

  mutating func remove(_ item: Changelog.Accepted) {
    accepted.removeAll { $0.value.proposal.folder.hasSameBytes(as: item.proposal.folder) }
    writeAll()
  }

  private mutating func writeAll() {
    (lines, proposals) = ([:], "")
    for item in accepted { write(item.value) }
  }

  private mutating func write(_ item: Changelog.Accepted) {
    for entry in item.entries {
      lines[entry.section, default: ""] += "- \(entry.text) (\(Proposal.label(entry.proposal)))\n"
    }
    proposals += item.line
  }
}
