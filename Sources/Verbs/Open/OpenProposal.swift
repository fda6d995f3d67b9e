package import Diagnostics
package import PortfolioModel
import Records
package import Store

/// What a step in the life of a proposal did.
package struct StepOutcome: Sendable {
  package let entry: ProposalEntry
  /// What happened, a sentence each.
  package let sentences: [Hint]
  /// Nil where nothing had to be written.
  package let written: Written?
}

/// Findings that keep a verb from doing what it was asked to.
package struct Findings: Error, Sendable {
  package let diagnostics: [Diagnostic]
  /// What was not done, as a sentence.
  package let consequence: String

  package init(_ diagnostics: [Diagnostic], _ consequence: String) {
    self.diagnostics = diagnostics
    self.consequence = consequence
  }
}

/// Puts a draft up for review.
package struct OpenProposal: Sendable {
  package let number: Int
  package let surroundings: Surroundings

  package init(_ number: Int, _ surroundings: Surroundings) {
    self.number = number
    self.surroundings = surroundings
  }

  /// - Throws: `Findings` where the proposal is incomplete or not valid.
  package func run(in workspace: borrowing Workspace) throws -> StepOutcome {
    var errors: [Diagnostic] = []
    let outcome = try workspace.step("open", of: number, surroundings) {
      () throws(Refusal) -> StepOutcome? in
      let snapshot = try workspace.snapshot(.worktree)
      let (entry, _) = try snapshot.changeable(number)
      let state = try entry.knownState()
      guard state.status == .draft else {
        throw Refusal(.done, "proposal \(entry.label) is open already")
      }
      let path = Layout.stateFile(entry.folder)
      let text = ProposalFiles.state(state.opened(on: try workspace.baseID()))
      let after = snapshot.replacing([path: Array(text.utf8)])
      let place = after.files.prefix + Layout.proposalStart(entry.folder)
      errors = Validation(after, today: surroundings.today).diagnostics.filter {
        $0.severity == .error && $0.location.path.hasPrefix(place)
      }
      guard errors.isEmpty else { return nil }
      var writing = Writing(over: snapshot)
      writing.write(text, to: path)
      let written = try workspace.carryOut(writing, as: .open(number), surroundings)
      return StepOutcome(
        entry: entry, sentences: ["Proposal \(entry.label) is open for review."],
        written: written)
    }
    guard let outcome else {
      throw Findings(errors, "the proposal stays a draft")
    }
    return outcome
  }
}
