import PortfolioModel

extension BallotEntry {
  /// The replies that were declared lost, a sentence each.
  var lostReplies: [String] {
    (ballot?.bodies ?? []).flatMap { body in
      (lost[body.id] ?? []).map { lost in
        let receipt = receipts[body.id]?.first { $0.digest == lost.digest }
        return "The reply of \(body.name)"
          + (receipt.map { " that came on \($0.phrase)" } ?? "")
          + " was declared lost on \(lost.event.date), by \(lost.event.by.name): "
          + (lost.event.because ?? "")
      }
    }
  }
}
