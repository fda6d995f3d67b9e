/// Two unfinished proposals that can't both be committed as they are.
package struct ProposalConflict: Hashable, Sendable {
  package let first: Int
  package let second: Int
  /// What both change; empty where they are valid alone but not together.
  package let touched: [String]
  /// The errors that only both together have.
  package let errors: [String]

  package init(first: Int, second: Int, touched: [String], errors: [String]) {
    self.first = first
    self.second = second
    self.touched = touched
    self.errors = errors
  }
}
