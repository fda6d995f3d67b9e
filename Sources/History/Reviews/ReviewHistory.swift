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
  /// The results at one version of the folder.
  struct Standing {
    struct Seen: Hashable {
      let path: String
      let id: ObjectID
    }

    /// Every version of every file so far.
    var seen: Set<Seen> = []
    /// The rightful version of each file, by path.
    var rightful: [String: ObjectID] = [:]
    /// The day of the commit that brought the rightful version, where it is known, by path.
    var brought: [String: CalendarDate] = [:]
    /// The changes against the rules that have not been undone, by path.
    var faults: [String: Finding] = [:]
    /// The paths of those faults that came with this version.
    var raised: Set<String> = []
    /// The text and the reviews at the time when the proposal was accepted, by path.
    var basis: [String: ObjectID] = [:]
    /// Closed states that came with an import, so that nobody knows who closed the proposal.
    var imported: Set<ObjectID> = []
    /// The address, in lower case, of the proposer that the first version names.
    var proposer: String?

    /// Drops everything that only later versions needed, once there are none left to judge.
    mutating func settle() {
      self = Standing(faults: faults.filter { raised.contains($0.key) }, raised: raised)
    }
  }

  let history: ProposalHistory
  let verifier: any SignatureVerifier
  /// Whether the signatures of first reviews are checked too; in a closed proposal they no longer
  /// matter.
  let verifiesAll: Bool
  private var standings: [Standing] = []

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

  /// - Parameter seen: The only parent's set of versions, where no other version needs it.
  private func standing(
    of version: ProposalHistory.Version, seen: Set<Standing.Seen>?
  ) -> Standing {
    let parents = version.parents.map { standings[$0] }
    var standing = parents.first ?? Standing()
    if let seen { standing.seen = seen }
    standing.raised = []
    for parent in parents.dropFirst() {
      standing.seen.formUnion(parent.seen)
      standing.imported.formUnion(parent.imported)
      standing.proposer = standing.proposer ?? parent.proposer
    }
    var paths = Set(version.files.keys)
    for parent in parents {
      paths.formUnion(parent.rightful.keys)
      // Faults are kept only for files that still exist or should exist.
      paths.formUnion(parent.faults.keys)
    }
    // The state is judged first: the rules for the other files depend on whether it is closed.
    let closed = status(of: rightful(ProposalHistory.state, version, parents))
    if let only = parents.first, parents.count == 1 {
      // A file in its rightful version needs no judgement.
      paths = paths.filter { version.files[$0] != only.rightful[$0] || only.faults[$0] != nil }
    }
    for path in paths.sorted(by: { $0.precedesBytewise($1) }) {
      judge(path, version, parents, isClosed: closed?.isClosed == true, &standing)
    }
    standing.basis = basis(of: standing, parents)
    if version.isImport, let state = version.files[ProposalHistory.state] {
      standing.imported.insert(state)
    }
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
    let old = rightful(path, version, parents)
    standing.stand(old, at: path, as: parents)
    standing.faults[path] = nil
    if let fault = mergedStatesFault(path, version, parents) {
      standing.faults[path] = fault
      standing.raised.insert(path)
      return
    }
    guard new != old else {
      if let first = parents.first, parents.count > 1, first.rightful[path] != new {
        judgeMerged(path, version, parents, &standing)
      }
      return
    }
    // An unchanged fault stays the earlier commit's; a later commit that leaves the file alone does
    // not undo it.
    let holders = version.parents.filter { history.versions[$0].files[path] == new }
    let inherited = holders.compactMap { standings[$0].faults[path] }
    if let fault = inherited.first, inherited.count == holders.count {
      standing.faults[path] = fault
      return
    }
    let step = Step(
      path: path, old: old, new: new, version: version, seen: standing.seen,
      proposer: standing.proposer, isClosed: isClosed,
      beside: parents.compactMap { $0.rightful[path] }, brought: version.broughtOn)
    guard let fault = fault(of: step) else {
      standing.rightful[path] = new
      standing.brought[path] = version.broughtOn
      return
    }
    standing.faults[path] = inherited.first ?? fault
    if inherited.isEmpty { standing.raised.insert(path) }
  }

  /// The basis of an acceptance, which stays the same through every later merge.
  private func basis(of standing: Standing, _ parents: [Standing]) -> [String: ObjectID] {
    guard status(of: standing.rightful[ProposalHistory.state]) == .accepted else { return [:] }
    let side = parents.first { status(of: $0.rightful[ProposalHistory.state]) == .accepted }
    return side?.basis ?? standing.rightful
  }

  func status(of state: ObjectID?) -> ProposalStatus? {
    state.flatMap { history.state($0)?.status }
  }
}

extension ReviewHistory.Standing {
  /// Takes over the rightful version that one of the parents has.
  mutating func stand(
    _ id: ObjectID?, at path: String, as parents: [ReviewHistory.Standing]
  ) {
    rightful[path] = id
    brought[path] = parents.first { $0.rightful[path] == id }?.brought[path]
  }
}

extension ProposalHistory.Version {
  /// The day of the commit for files that came with it; nil for an import, whose files are older
  /// and have only the days that they give themselves.
  var broughtOn: CalendarDate? { isImport ? nil : commit?.day }
}
