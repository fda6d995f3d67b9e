/// Tells whose findings depend on a part of a portfolio, so that what a proposal reaches is looked up
/// and not searched.
struct FindingIndex: Sendable {
  /// The subjects that have findings, by the parts that these depend on, but for what each standard
  /// has of its own.
  private var readers: [Part: [Subject]] = [:]
  private var claimants: [Claim: [Identifier]] = [:]

  /// The index of all subjects of a portfolio.
  init(_ portfolio: Portfolio) {
    fill(
      FindingDependencies(portfolio).subjects, of: portfolio, where: { _ in true }, { _ in true })
  }

  /// The index of those subjects of a portfolio that a change reached.
  init(_ portfolio: Portfolio, among reach: Reach) {
    fill(reach.subjects(in: portfolio), of: portfolio, where: { _ in true }, { _ in true })
  }

  /// The index of a portfolio that is asked for one change alone; it takes a look at each subject, but
  /// holds only what the change can reach.
  init(_ portfolio: Portfolio, for change: PortfolioChange, to result: Portfolio) {
    guard !change.isEmpty, !change.reachesAll else { return }
    let parts = change.parts(in: [portfolio, result])
    let names = parts.compactMap { part -> Claim? in
      guard case .name(let name) = part else { return nil }
      return Claim(briefName: name)
    }
    let claims = Claim.all(of: change.standards, in: [portfolio, result]).union(names)
    fill(
      FindingDependencies(portfolio).subjects, of: portfolio, where: parts.contains,
      claims.contains)
  }

  private mutating func fill(
    _ subjects: [Subject], of portfolio: Portfolio, where isPart: (Part) -> Bool,
    _ isClaim: (Claim) -> Bool
  ) {
    let dependencies = FindingDependencies(portfolio)
    for subject in subjects {
      dependencies.visit(subject) { part in
        if !part.isOwn(of: subject), isPart(part) { readers[part, default: []].append(subject) }
      }
      guard case .standard(let id) = subject, let standard = portfolio.standards[id] else {
        continue
      }
      for claim in Claim.all(of: standard) where isClaim(claim) {
        claimants[claim, default: []].append(id)
      }
    }
  }

  /// Adds the subjects whose findings depend on some parts, and the standards that claim something.
  func add(readersOf parts: Set<Part>, _ claims: Set<Claim>, to reach: inout Reach) {
    for part in parts { readers(of: part).forEach { reach.insert($0) } }
    for claim in claims { reach.insert(claimants[claim] ?? [], of: claim.kind) }
  }

  private func readers(of part: Part) -> [Subject] {
    let others = readers[part] ?? []
    switch part {
    case .standard(let id), .exceptions(let id): return others + [.standard(id)]
    case .name(let name):
      return others + (claimants[Claim(briefName: name)] ?? []).map { .standard($0) }
    case .override, .useCase, .criteria, .description, .committee: return others
    }
  }
}

extension Part {
  /// Whether a standard has the part of its own: itself, its exceptions, its name.
  fileprivate func isOwn(of subject: Subject) -> Bool {
    guard case .standard(let standard) = subject else { return false }
    switch self {
    case .standard(let id), .exceptions(let id): return id == standard
    case .name: return true
    case .override, .useCase, .criteria, .description, .committee: return false
    }
  }
}
