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

  /// The address, in lower case, of the proposal's first proposer.
  package var proposer: String? { standings.last?.proposer }

  private func standing(of version: ProposalHistory.Version) -> Standing {
    let parents = version.parents.map { standings[$0] }
    var standing = parents.first ?? Standing()
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
    guard new != old else { return }
    let step = Step(
      path: path, old: old, new: new, version: version, seen: standing.seen,
      proposer: standing.proposer, isClosed: isClosed)
    guard let fault = fault(of: step) else {
      standing.rightful[path] = new
      return
    }
    // What was wrong before and is still as it was is the earlier commit's fault.
    let inherited = version.parents.compactMap { index in
      history.versions[index].files[path] == new ? standings[index].faults[path] : nil
    }
    standing.faults[path] = inherited.first ?? fault
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
