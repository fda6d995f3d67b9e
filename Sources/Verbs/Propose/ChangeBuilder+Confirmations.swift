import Diagnostics
import PortfolioModel

extension ChangeBuilder {
  /// Keeps a ledger entry that was reviewed, and says when it is reviewed next.
  mutating func confirmOverride(_ id: Identifier, _ request: ProposeRequest) {
    guard let override = knownOverride(id) else { return }
    guard let reviewBy = request.override.reviewBy else {
      refuse(
        "confirming \(id) needs the date of its next review",
        "add \(option: .reviewBy) or \(option: .reviewBy, Override.nextEdition)")
      return
    }
    guard !request.dropOverrides.contains(id) else {
      refuse("\(id) is dropped and confirmed", "do one of the two")
      return
    }
    let subject = SubjectID(.override, id)
    confirmEntry(subject)
    let (from, to) = (override.fields["review-by"], FieldValue.text(reviewBy))
    if from != to { setFields([FieldChange("review-by", from: from, to: to)], of: subject) }
  }
}
