extension Hint {
  /// Whether it names a call that changes a proposal, which has to be there.
  package var updatesProposal: Bool {
    parts.contains { part in
      guard case .command(.propose(let step), _) = part else { return false }
      return switch step {
      case .update, .updateRationale, .updateAnswering, .updateSet: true
      default: false
      }
    }
  }
}
