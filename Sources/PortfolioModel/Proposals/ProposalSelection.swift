/// Proposals as a reader names them: `3`, `2..10`, `3,5..7`, or `open`.
package struct ProposalSelection: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case numbers(ClosedRange<Int>)
    /// All that are open.
    case open
  }

  package let parts: [Part]

  /// Returns nil where the text names no proposals.
  package init?(_ text: String) {
    var parts: [Part] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let part = ProposalSelection.part(String(word)) else { return nil }
      parts.append(part)
    }
    self.parts = parts
  }

  private static func part(_ word: String) -> Part? {
    guard word != "open" else { return .open }
    let ends = word.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    switch ends.count {
    case 1: return ends[0].flatMap { $0 > 0 ? .numbers($0...$0) : nil }
    case 3:
      guard word.contains(".."), let first = ends[0], let last = ends[2], first > 0, first <= last
      else { return nil }
      return .numbers(first...last)
    default: return nil
    }
  }
}

extension [ProposalSelection] {
  /// The numbers that are meant, each once: of a range, those of unfinished proposals.
  ///
  /// A number that stands alone is meant, whether there is such a proposal or not.
  package func numbers(among entries: [ProposalEntry]) -> [Int] {
    var numbers: [Int] = []
    for part in flatMap(\.parts) {
      let found: [Int] =
        switch part {
        case .open: entries.filter { $0.status == .open }.map(\.number)
        case .numbers(let range):
          range.count == 1
            ? [range.lowerBound]
            : entries.filter { !$0.isClosed && range.contains($0.number) }.map(\.number)
        }
      for number in found where !numbers.contains(number) { numbers.append(number) }
    }
    return numbers
  }

  /// The proposals of ranges that are not meant, because they are closed.
  package func leftOut(among entries: [ProposalEntry]) -> [ProposalEntry] {
    let meant = Set(numbers(among: entries))
    let ranges = flatMap(\.parts).compactMap { part -> ClosedRange<Int>? in
      if case .numbers(let range) = part { range } else { nil }
    }
    return entries.filter { entry in
      !meant.contains(entry.number) && ranges.contains { $0.contains(entry.number) }
    }
  }
}
