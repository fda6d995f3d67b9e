package import Diagnostics
import Files
import Git
import History
import PortfolioModel
package import Store

/// Brings in what others shared, gives own work free numbers, and shares it.
package struct Synchronize: Sendable {
  /// The branch of the shared repository to share on; nil is the one that is synced with.
  package let branch: String?
  package let isDryRun: Bool
  /// Whether git may ask the user for a name or a password.
  package let asks: Bool
  package let surroundings: Surroundings

  package init(
    branch: String?, isDryRun: Bool, asks: Bool, _ surroundings: Surroundings
  ) {
    (self.branch, self.isDryRun, self.asks) = (branch, isDryRun, asks)
    self.surroundings = surroundings
  }

  /// How often it begins again where others are faster.
  private static let rounds = 50
  /// What the lines of a guard begin with.
  private static let guardMark = "rspmaint guard:"

  /// - Throws: `Refusal` where nothing could be brought in or shared; what was saved here stays.
  package func run(in workspace: borrowing Workspace) throws(Refusal) -> SyncReport {
    let shared = try workspace.sharedBranch(surroundings)
    let aside = try branch.flatMap { name throws(Refusal) in try self.aside(name, of: shared) }
    guard !isDryRun else { return try rehearse(shared, aside, in: workspace) }
    var report: SyncReport?
    for _ in 0..<Synchronize.rounds {
      let state = try workspace.fetch(
        shared, and: aside.map { [$0] } ?? [], asks: asks, surroundings)
      var step = try integrate(shared, aside, at: state, in: workspace)
      if let report { step = step.following(report) }
      report = step
      let tags = try editions(besides: state, in: workspace)
      guard step.sharing > 0 || !tags.isEmpty else { return step }
      switch try workspace.push(to: aside ?? shared, tags: tags, asks: asks, surroundings) {
      case .taken(let lines):
        // That a guard took it needs no words.
        for line in lines where !line.hasPrefix(Synchronize.guardMark) {
          surroundings.relay(line + "\n")
        }
        return step
      case .overtaken:
        // Whoever was faster has to be done with it.
        _ = Waiting(atMost: 1).pause()
      case .refused(let lines): throw refused(lines, shared)
      }
    }
    throw Refusal(
      .tryAgain, "others shared something each time that this was to share yours",
      help: ["your work is saved here; try again later: \(run: .sync)"])
  }

  /// The tags of editions that are to be shared. One that squats on an edition's name is not: a guard
  /// refuses it, and all else with it.
  private func editions(
    besides state: SharedState, in workspace: borrowing Workspace
  ) throws(Refusal) -> [String] {
    var names: [String] = []
    for tag in try workspace.editionsToShare(besides: state)
    where try workspace.makesEdition(ofTag: tag.name, tag.commit) {
      names.append(tag.name)
    }
    return names
  }

  /// Says what would be done. What that takes is fetched into a folder that is gone afterwards.
  private func rehearse(
    _ shared: SharedBranch, _ aside: SharedBranch?, in workspace: borrowing Workspace
  ) throws(Refusal) -> SyncReport {
    let scratch: TemporaryFolder
    do throws(FileProblem) {
      scratch = try TemporaryFolder(wished: surroundings.environment["TMPDIR"])
    } catch {
      throw Refusal(error)
    }
    let state = try workspace.fetch(
      shared, and: aside.map { [$0] } ?? [], asks: asks, aside: scratch.path, surroundings)
    return try integrate(shared, aside, at: state, in: workspace)
  }

  private func integrate(
    _ shared: SharedBranch, _ aside: SharedBranch?, at state: SharedState,
    in workspace: borrowing Workspace
  ) throws(Refusal) -> SyncReport {
    try Integrate(shared, aside, at: state, isDryRun: isDryRun, surroundings).run(in: workspace)
  }

  private func aside(_ name: String, of shared: SharedBranch) throws(Refusal) -> SharedBranch? {
    guard Repository.isReferenceName("refs/heads/" + name), !name.hasPrefix("-") else {
      throw Refusal(
        .usage, "'\(name)' can't be the name of a branch",
        help: [
          "give a name of letters, digits and hyphens: \(run: .syncAside(branch: "my-proposals"))"
        ])
    }
    return name.hasSameBytes(as: shared.branch) ? nil : shared.named(name)
  }

  private func refused(_ lines: [String], _ shared: SharedBranch) -> Refusal {
    let isGuard = lines.contains { $0.hasPrefix(Synchronize.guardMark) }
    return Refusal(
      .refused, "the shared repository '\(shared.remote)' refused what you share:",
      details: Refusal.quoted(lines.joined(separator: "\n")),
      help: isGuard
        ? ["your work is saved here, unshared; mend what it names, then \(run: .sync)"]
        : ["where the branch is protected, share on another: \(run: .syncAside(branch: "NAME"))"])
  }
}
