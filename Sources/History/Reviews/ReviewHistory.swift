import Diagnostics
import Git
package import PortfolioModel
import Records

/// Whether every version of a proposal's reviews and state was written by someone who may.
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
    /// By path, the day of the commit that brought that version, where it is known.
    var brought: [String: CalendarDate] = [:]
    /// By path, what was done against the rules and not made good.
    var faults: [String: Finding] = [:]
    /// The paths of those faults that came with this version.
    var raised: Set<String> = []
    /// By path, what stood when the proposal was accepted: the text and the reviews that this rests on.
    var basis: [String: ObjectID] = [:]
    /// States that came closed by an import, of which nobody saw who did it.
    var imported: Set<ObjectID> = []
    /// The address, in lower case, of whoever the first version names as its proposer.
    var proposer: String?

    /// Keeps what is said of this version alone, once nothing follows upon it any more.
    mutating func settle() {
      self = Standing(faults: faults.filter { raised.contains($0.key) }, raised: raised)
    }
  }

  let history: ProposalHistory
  let verifier: any SignatureVerifier
  /// Whether the signatures of first reviews are looked at too: those of a closed proposal bind nobody
  /// any more.
  let verifiesAll: Bool
  private var standings: [Standing] = []

  package init(
    _ history: ProposalHistory, verifier: any SignatureVerifier, verifiesAll: Bool = true
  ) {
    self.history = history
    self.verifier = verifier
    self.verifiesAll = verifiesAll
    // How many versions still ask for what holds at each.
    var waiting = Array(repeating: 0, count: history.versions.count)
    for parent in history.versions.flatMap(\.parents) { waiting[parent] += 1 }
    for version in history.versions {
      var seen: Set<Standing.Seen>?
      if version.parents.count == 1, let parent = version.parents.first, waiting[parent] == 1 {
        // Passed on and not copied: else each of thousands of versions would hold all before it.
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

  /// By path, the days of the commits that brought the versions that ought to stand at the tip.
  package var days: [String: CalendarDate] { standings.last?.brought ?? [:] }

  /// The version of a file that ought to stand at the tip; nil also where nothing was there.
  func rightful(_ path: String) -> ObjectID? { standings.last?.rightful[path] }

  /// Every fault with the version that it came with, made good since or not; `path` is below the
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

  /// - Parameter seen: What the only parent has seen, where no other version asks for it.
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
      // What ought not to stand may be gone now.
      paths.formUnion(parent.faults.keys)
    }
    // The state comes first: whether the proposal is closed decides about the rest.
    let closed = status(of: rightful(ProposalHistory.state, version, parents))
    if let only = parents.first, parents.count == 1 {
      // A file that is as it ought to be needs no judgement.
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

  /// What an acceptance rests on goes with it through every merge, whatever these bring.
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
  /// Lets a version stand as it stood at one of the parents.
  mutating func stand(
    _ id: ObjectID?, at path: String, as parents: [ReviewHistory.Standing]
  ) {
    rightful[path] = id
    brought[path] = parents.first { $0.rightful[path] == id }?.brought[path]
  }
}

extension ProposalHistory.Version {
  /// The day that counts for what came with it. What came with a whole portfolio had come before, on
  /// the day that it says.
  var broughtOn: CalendarDate? { isImport ? nil : commit?.day }
}
