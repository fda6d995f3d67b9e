import Diagnostics
import PortfolioModel

extension ChangeBuilder {
  /// Gives the reason why moves are made that the criteria do not list: of the standards that the
  /// request names, else of all that move.
  mutating func addException(_ request: ProposeRequest) {
    guard let exception = request.exception else { return }
    let moved = Move.all(from: basis, to: result, proposals: []).map(\.standard).filter {
      request.standards.isEmpty || named.contains($0)
    }
    if moved.isEmpty {
      refuseUnused(.exception, "it goes with a move between groups: \(option: .set, "group=GROUP")")
    }
    qualify(moved, exception: exception)
  }

  /// Refuses options that no change has used, unless another mistake is the reason.
  mutating func refuseUnused(_ request: ProposeRequest) {
    guard problems.isEmpty else { return }
    if request.dropsRegions, !dropsRegions {
      refuseUnused(.dropRegions, "it goes with \(flag: .set) of what is rated by region")
    }
    let delists = list.changes.contains {
      if case .delist = $0.action { true } else { false }
    }
    let reasons: [(AdvisedOption, Bool)] = [
      (.because, request.because != nil), (.replacedBy, !request.replacedBy.isEmpty),
    ]
    for (option, isGiven) in reasons where isGiven && !delists {
      refuseUnused(
        option, "it goes with \(option: .delist), or with a record's file that is deleted")
    }
    guard !usesStandards, request.place == nil else { return }
    for id in named where !list.changes.contains(where: { $0.subject.id == id }) {
      refuse(
        "nothing would change '\(id)'", "leave it out, or say what changes: \(option: .set)")
    }
  }

  mutating func refuseUnused(_ option: AdvisedOption, _ help: Hint) {
    refuse(.usage, about: option, "does nothing here", [help])
  }
}
