import PortfolioModel
import Records

/// Tells whether a proposal that appeared when another disappeared may be the same one with a new
/// title. If so, the author of one may not approve the other.
enum Rewording {
  /// Returns true where both change the same field, and where that can't be known.
  static func isPossible(from old: [UInt8]?, to new: [UInt8]?) -> Bool {
    guard let old = old.flatMap(proposal), let new = new.flatMap(proposal) else { return true }
    let touched = Dictionary(grouping: old.touches.map(\.touch), by: \.subject)
    return new.touches.contains { item in
      touched[item.touch.subject, default: []].contains { $0.overlaps(item.touch) }
    }
  }

  private static func proposal(_ text: [UInt8]) -> Proposal? {
    RecordFile(text, path: "", schema: .proposal).fields.flatMap {
      Proposal(number: 0, folder: "", fields: $0)
    }
  }
}
