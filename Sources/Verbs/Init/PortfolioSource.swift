import Diagnostics
import PortfolioModel
import Records
import Store

/// Another portfolio, whose rules and records a new one begins with.
struct PortfolioSource {
  private let snapshot: Snapshot
  private let path: String

  /// - Throws: `Refusal` where it has errors: what is taken over has to be valid.
  init(_ path: String, _ surroundings: Surroundings) throws(Refusal) {
    self.path = path
    snapshot = try Workspace(at: path).snapshot(.worktree)
    let errors = Validation(snapshot, today: surroundings.today).diagnostics.filter {
      $0.severity == .error
    }
    guard errors.isEmpty else {
      throw Refusal(
        .data, "the portfolio at '\(path)' has \(errors.count.counted("error"))",
        details: errors.prefix(3).map { "\($0.location.path): \($0.message)" },
        help: ["mend it there first: \(run: .validate(revision: nil)) says how"])
    }
  }

  /// The description, criteria, records, ledger and use cases, by path.
  ///
  /// Members, delisted records and proposals stay where they are: they are that committee's history.
  func files(named names: PortfolioNames) throws(Refusal) -> [String: [UInt8]] {
    let description = try snapshot.readable().description.fields
    var files: [String: [UInt8]] = [:]
    for path in snapshot.files.paths(startingWith: Layout.portfolioStart) {
      switch Layout.role(of: path) {
      case .criteria, .standard, .override, .useCase: files[path] = snapshot.files.bytes(path)
      default: continue
      }
    }
    files[Layout.portfolioFile] = PortfolioSkeleton.text(names.named(description), .portfolio)
    return files
  }
}
