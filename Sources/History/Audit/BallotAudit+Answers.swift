import PortfolioModel

extension BallotAudit {
  /// Answers, judgements and what commenters said are only added: an older one is never restored.
  ///
  /// - Parameter isMerge: Whether entries of another side may stand between those that were there.
  mutating func checkAnswers(_ before: BallotEntry, _ after: BallotEntry, isMerge: Bool) {
    func lost<Entry: Equatable>(
      _ path: KeyPath<BallotEntry, [Identifier: [Entry]]>
    ) -> [Identifier] {
      before[keyPath: path].filter { body, old in
        let new = after[keyPath: path][body] ?? []
        return isMerge ? !new.holds(inOrder: old) : Array(new.prefix(old.count)) != old
      }.keys.sorted()
    }
    faults += lost(\.dispositions).map { "an answer to '\($0)' has changed or is gone" }
    faults += lost(\.negatives).map {
      "a judgement of the votes of '\($0)' has changed or is gone"
    }
    faults += lost(\.satisfactions).map {
      "what commenters of '\($0)' said of the answers has changed or is gone"
    }
  }
}

extension Array where Element: Equatable {
  /// Whether all of some elements are there in their order, others perhaps between them.
  fileprivate func holds(inOrder others: [Element]) -> Bool {
    var rest = self[...]
    return others.allSatisfy { other in
      guard let place = rest.firstIndex(of: other) else { return false }
      rest = rest[(place + 1)...]
      return true
    }
  }
}
