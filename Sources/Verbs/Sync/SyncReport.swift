package import Diagnostics
import PortfolioModel
package import Store

/// What a sync did, or would do.
package struct SyncReport: Sendable {
  package struct Renumbered: Hashable, Sendable {
    package let from: String
    package let to: String
  }

  package let shared: SharedBranch
  /// Commits of the shared repository that were not here.
  package internal(set) var brought = 0
  /// Proposals whose numbers were taken, by the names of their folders.
  package internal(set) var renumbered: [Renumbered] = []
  /// Commits of others and merges that were merged as they are, in words.
  package internal(set) var merged: [String] = []
  /// Own commits whose changes others had shared already, by their titles.
  package internal(set) var known: [String] = []
  /// Proposals that were accepted again, on what others shared.
  package internal(set) var accepted: [Int] = []
  /// Proposals whose acceptance no longer holds, and why.
  package internal(set) var reopened: [(number: Int, why: Refusal)] = []
  /// Reviews that lapse, as what their proposal comes after has another number.
  package internal(set) var lapsed: [(number: Int, reviewers: [String])] = []
  /// Proposals with one number that could not be mended, and why.
  package internal(set) var unmended: [Refusal] = []
  /// Proposals that are not saved, and whose numbers are taken, by the names of their folders.
  package internal(set) var unsaved: [String] = []
  /// Paths whose files someone changed meanwhile; they were kept as they are.
  package internal(set) var kept: [String] = []
  /// Commits that the shared repository did not have.
  package internal(set) var sharing = 0
  /// Where they go, where that is not the branch that was synced with.
  package internal(set) var aside: SharedBranch?

  init(_ shared: SharedBranch) { self.shared = shared }

  /// With what a round before did, after which others were faster.
  func following(_ earlier: SyncReport) -> SyncReport {
    var report = self
    report.brought += earlier.brought
    report.merged = earlier.merged + merged.filter { !earlier.merged.contains($0) }
    report.known = earlier.known + known
    report.kept = earlier.kept + kept
    report.lapsed = earlier.lapsed + lapsed
    report.reopened =
      earlier.reopened.filter { one in
        !reopened.contains { $0.number == one.number }
      } + reopened
    var renumbered = earlier.renumbered
    for one in self.renumbered {
      if let index = renumbered.firstIndex(where: { $0.to.hasSameBytes(as: one.from) }) {
        renumbered[index] = Renumbered(from: renumbered[index].from, to: one.to)
      } else {
        renumbered.append(one)
      }
    }
    report.renumbered = renumbered
    return report
  }
}
