package import Diagnostics
package import History
package import Store

/// Decides about a push to the repository, or before one to its upstream.
package struct JudgePush: Sendable {
  package let references: [PushedReference]
  /// Whether every branch counts as protected, as before a push, when the server can't be asked.
  private let protectsAll: Bool
  private let surroundings: Surroundings

  package init(
    _ references: [PushedReference], protectsAll: Bool = false, _ surroundings: Surroundings
  ) {
    self.references = references
    self.protectsAll = protectsAll
    self.surroundings = surroundings
  }

  /// - Throws: `Refusal` where something could not be judged; then nothing of the push may be taken.
  package func run(in workspace: borrowing Workspace) throws(Refusal) -> [GuardVerdict] {
    try workspace.refuseIncompleteHistory()
    let protection = protectsAll ? nil : try workspace.withRepository { try Protection($0) }
    return try GuardPush(
      references, protection: protection, by: SSHKeygen(surroundings), today: surroundings.today
    ).run(in: workspace)
  }
}
