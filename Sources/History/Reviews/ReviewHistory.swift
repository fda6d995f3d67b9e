import Diagnostics
import Git
package import PortfolioModel
import Records

/// Checks that every version of a proposal's reviews and state was written by someone who may write
/// it.
///
/// It examines every version of the proposal's folder in order, and keeps the rightful version of
/// each file: the last one that was written by the rules. A change against the rules is a fault
/// until the rightful version is restored, or until another version follows that the rules allow.
package struct ReviewHistory {
  let history: ProposalHistory
  let verifier: any SignatureVerifier
  /// Whether the signatures of first reviews are checked too; in a closed proposal they no longer
  /// matter.
  let verifiesAll: Bool
  private(set) var standings: [Standing] = []

  package init(
    _ history: ProposalHistory, verifier: any SignatureVerifier, verifiesAll: Bool = true
  ) {
    self.history = history
    self.verifier = verifier
    self.verifiesAll = verifiesAll
    // How many later versions still need the results of each.
    var waiting = Array(repeating: 0, count: history.versions.count)
    for parent in history.versions.flatMap(\.parents) { waiting[parent] += 1 }
    for version in history.versions {
      var seen: Set<Standing.Seen>?
      if version.parents.count == 1, let parent = version.parents.first, waiting[parent] == 1 {
        // The set is moved, not copied: otherwise each of thousands of versions would hold all
        // before it.
        seen = standings[parent].seen
        standings[parent].seen = []
      }
      var standing = standing(of: version, seen: seen)
      seen = nil
      for (path, id) in version.files { standing.seen.insert(Standing.Seen(path: path, id: id)) }
      standings.append(standing)
      for parent in version.parents {
        waiting[parent] -= 1
        if waiting[parent] == 0 { standings[parent].settle() }
      }
    }
  }

  /// The faults at the tip, in the order of paths.
  package var findings: [Finding] {
    (standings.last?.faults ?? [:]).sorted { $0.key.precedesBytewise($1.key) }.map(\.value)
  }

  /// The days of the commits that brought the rightful versions at the tip, by path.
  package var days: [String: CalendarDate] { standings.last?.brought ?? [:] }

  /// The rightful version of a file at the tip; nil where the file should not exist.
  func rightful(_ path: String) -> ObjectID? { standings.last?.rightful[path] }

  /// Every fault and the version that caused it, even if it was undone since; `path` is below the
  /// prefix.
  var raised: [(version: ProposalHistory.Version, path: String, finding: Finding)] {
    zip(history.versions, standings).flatMap { version, standing in
      standing.raised.sorted { $0.precedesBytewise($1) }.compactMap { path in
        standing.faults[path].map {
          (version, Layout.proposalStart(version.folder) + path, $0)
        }
      }
    }
  }

  /// The address, in lower case, of the proposal's first proposer.
  package var proposer: String? { standings.last?.proposer }
}
