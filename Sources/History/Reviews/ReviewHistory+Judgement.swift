import Git
import PortfolioModel

extension ReviewHistory {
  /// Judges a version of the folder by the results at its parents.
  ///
  /// - Parameter seen: The only parent's set of versions, where no other version needs it.
  func standing(
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

extension ProposalHistory.Version {
  /// The day of the commit for files that came with it; nil for an import, whose files are older
  /// and have only the days that they give themselves.
  var broughtOn: CalendarDate? { isImport ? nil : commit?.day }
}
