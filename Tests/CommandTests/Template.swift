import Foundation
import TestSupport

/// Repositories that many tests start from, each made once and then copied.
enum Template: String, CaseIterable {
  /// The shipped portfolio.
  case bare
  /// Proposal 1, open and approved: LOINC's tooling becomes high.
  case approved
  /// The same, and committed by the verb.
  case accepted

  private static let made = Made()

  /// A copy to work on; what the verbs printed is not part of it.
  func sandbox(committee: Bool) throws -> Sandbox {
    try Sandbox(copying: try Template.made.sandbox(self, committee: committee))
  }

  fileprivate func make(committee: Bool) throws -> Sandbox {
    let sandbox = try Sandbox(committee: committee)
    let session = Transcript(sandbox)
    let actors: [Sandbox.Actor] = committee ? [.reviewer, .second] : [.reviewer]
    guard self != .bare else { return sandbox }
    try session.propose("LOINC to high", ["loinc", "--set", "tooling=high"])
    for actor in actors { try session.approve(1, by: actor) }
    if self == .accepted { try session.run("commit", "1") }
    return sandbox
  }

  private final class Made: @unchecked Sendable {
    private let lock = NSLock()
    private var sandboxes: [String: Sandbox] = [:]

    func sandbox(_ template: Template, committee: Bool) throws -> Sandbox {
      try lock.withLock {
        let key = "\(template) \(committee)"
        if let known = sandboxes[key] { return known }
        let made = try template.make(committee: committee)
        sandboxes[key] = made
        return made
      }
    }
  }
}
