import Diagnostics
import Git
package import PortfolioModel

/// Whether the reviews and the state of a proposal came to be as they are by right.
///
/// Looks at every version of its folder in order, and keeps for each file the version that ought to
/// stand. What is done against the rules is a fault until it is made good: the version that ought to
/// stand is restored, or one follows that may.
package struct ReviewHistory {
  /// What holds at one version.
  struct Standing {
    struct Seen: Hashable {
      let path: String
      let id: ObjectID
    }

    /// Every version of every file so far.
    var seen: Set<Seen> = []
    /// By path, the version that ought to stand.
    var rightful: [String: ObjectID] = [:]
    /// By path, what was done against the rules and not made good.
    var faults: [String: Finding] = [:]
    /// The paths of those faults that came with this version.
    var raised: Set<String> = []
    /// The address, in lower case, of whoever the first version names as its proposer.
    var proposer: String?
  }

  let history: ProposalHistory
  let verifier: any SignatureVerifier
  private var standings: [Standing] = []

  package init(_ history: ProposalHistory, verifier: any SignatureVerifier) {
    self.history = history
    self.verifier = verifier
    for version in history.versions { standings.append(standing(of: version)) }
  }

  /// What stands against the tip, in the order of paths.
  package var findings: [Finding] {
    (standings.last?.faults ?? [:]).sorted { $0.key.precedesBytewise($1.key) }.map(\.value)
  }

  /// Every fault with the version that it came with, made good since or not; `path` is below the
  /// prefix.
  var raised: [(version: ProposalHistory.Version, path: String, finding: Finding)] {
    zip(history.versions, standings).flatMap { version, standing in
      standing.raised.sorted { $0.precedesBytewise($1) }.compactMap { path in
        standing.faults[path].map {
          (version, "\(Layout.proposalsFolder)/\(version.folder)/\(path)", $0)
        }
      }
    }
  }

  /// The address, in lower case, of the proposal's first proposer.
  package var proposer: String? { standings.last?.proposer }

  private func standing(of version: ProposalHistory.Version) -> Standing {
    let parents = version.parents.map { standings[$0] }
    var standing = parents.first ?? Standing()
    standing.raised = []
    for parent in parents.dropFirst() {
      standing.seen.formUnion(parent.seen)
      standing.proposer = standing.proposer ?? parent.proposer
    }
    var paths = Set(version.files.keys)
    for parent in parents { paths.formUnion(parent.rightful.keys) }
    // The state comes first: whether the proposal is closed decides about the rest.
    let closed = status(of: rightful(ProposalHistory.state, parents))
    for path in paths.sorted(by: { $0.precedesBytewise($1) }) {
      judge(path, version, parents, isClosed: closed?.isClosed == true, &standing)
    }
    for (path, id) in version.files { standing.seen.insert(Standing.Seen(path: path, id: id)) }
    if standing.proposer == nil, let text = version.files[ProposalHistory.proposal] {
      standing.proposer = history.proposer(text)?.key
    }
    return standing
  }

  private func judge(
    _ path: String, _ version: ProposalHistory.Version, _ parents: [Standing], isClosed: Bool,
    _ standing: inout Standing
  ) {
    let new = version.files[path]
    let old = rightful(path, parents)
    standing.rightful[path] = old
    standing.faults[path] = nil
    guard new != old else {
      if let first = parents.first, parents.count > 1, first.rightful[path] != new {
        judgeMerged(path, version, first, &standing)
      }
      return
    }
    // What was wrong before and is still as it was is the earlier commit's fault; whoever merely
    // comes after, by right or not, does not make it good.
    let holders = version.parents.filter { history.versions[$0].files[path] == new }
    let inherited = holders.compactMap { standings[$0].faults[path] }
    if let fault = inherited.first, inherited.count == holders.count {
      standing.faults[path] = fault
      return
    }
    let step = Step(
      path: path, old: old, new: new, version: version, seen: standing.seen,
      proposer: standing.proposer, isClosed: isClosed)
    guard let fault = fault(of: step) else {
      standing.rightful[path] = new
      return
    }
    standing.faults[path] = inherited.first ?? fault
    if inherited.isEmpty { standing.raised.insert(path) }
  }

  /// What came by right on another side of a merge has to be right by the rules of the first one
  /// too; who did it was looked at there.
  private func judgeMerged(
    _ path: String, _ version: ProposalHistory.Version, _ first: Standing,
    _ standing: inout Standing
  ) {
    let step = Step(
      path: path, old: first.rightful[path], new: version.files[path], version: version,
      seen: first.seen, proposer: standing.proposer, isClosed: false, isWitnessed: true)
    guard let fault = fault(of: step) else { return }
    standing.rightful[path] = step.old
    standing.faults[path] = fault
    standing.raised.insert(path)
  }

  private func status(of state: ObjectID?) -> ProposalStatus? {
    state.flatMap { history.state($0)?.status }
  }

  /// The version of a file that ought to stand by all parents together: the latest; of several that
  /// know nothing of each other the closed state, the objection, or the one of the latest date.
  private func rightful(_ path: String, _ parents: [Standing]) -> ObjectID? {
    var candidates: [ObjectID] = []
    for parent in parents {
      guard let id = parent.rightful[path], !candidates.contains(id) else { continue }
      candidates.append(id)
    }
    guard candidates.count > 1 else { return candidates.first }
    let latest = candidates.filter { id in
      !parents.contains { parent in
        parent.rightful[path] != id && parent.rightful[path] != nil
          && parent.seen.contains(Standing.Seen(path: path, id: id))
      }
    }
    guard latest.count > 1 else { return latest.first ?? candidates.first }
    if path == ProposalHistory.state {
      return latest.first { status(of: $0)?.isClosed == true } ?? latest.first
    }
    let reviews = latest.compactMap { id in history.review(path, id).map { (id, $0) } }
    let newest = reviews.map(\.1.date).max()
    let ofThatDay = reviews.filter { $0.1.date == newest }
    return (ofThatDay.first { $0.1.verdict == .object } ?? ofThatDay.first)?.0 ?? latest.first
  }
}
