/// A file that was edited in place, and what became of it when the edit became a proposal.
package struct EditedFile: Sendable, Hashable {
  package enum Edit: Sendable {
    case changed, deleted, added
  }

  package let path: String
  package let edit: Edit
  /// Whether the file is as the last commit has it again.
  package let isPutBack: Bool

  /// What became of it, as a phrase that follows its path.
  package var phrase: String {
    switch (edit, isPutBack) {
    case (.changed, true): "edited; put back to the last commit"
    case (.deleted, true): "deleted; brought back from the last commit"
    case (.added, true): "new; removed, as the proposal holds it"
    case (.changed, false): "edited; left as it is"
    case (.deleted, false): "deleted; left so"
    case (.added, false): "new; left as it is"
    }
  }
}
