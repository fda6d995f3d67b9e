package import Git

/// What the next writing run concludes from a journal that it finds.
package enum Recovery: Hashable {
  /// The branch never moved: nothing happened.
  case notMoved
  /// The branch moved, and the files are not updated yet.
  case unfinished
  /// Others have moved on since; the text says why the journal no longer applies.
  case overtaken(String)

  /// - Parameter tip: The tip of the journal's branch, or nil where the branch is gone.
  package init(_ journal: Journal, head: Head, tip: ObjectID?) {
    guard let tip else {
      self = .overtaken("\(journal.branch) is gone")
      return
    }
    guard tip != journal.old else {
      self = .notMoved
      return
    }
    guard tip == journal.new else {
      self = .overtaken("\(journal.branch) has moved on to \(tip.hex.prefix(10))")
      return
    }
    guard case .branch(journal.branch, tip) = head else {
      self = .overtaken("HEAD is no longer on \(journal.branch)")
      return
    }
    self = .unfinished
  }
}

/// How a recovery finishes one path.
package struct PathRecovery: Hashable {
  package let path: String
  /// Whether the file is still the old one, so that the new one replaces it.
  package let bringsFile: Bool
  /// Whether the index gets the new entry.
  package let bringsEntry: Bool
  /// Whether the file is neither the old nor the new one, so that the user's own change is kept.
  package let keepsFile: Bool
  /// The blob of a change that the user has staged since and that no file holds: the new index
  /// entry replaces it.
  package let displaced: ObjectID?

  /// Decides by the path's blobs in index and worktree.
  package init(_ entry: Journal.Entry, _ state: PathState) {
    path = entry.path
    let isOld = state.worktree == entry.old
    bringsFile = isOld && !state.isConflicted
    keepsFile = !isOld && state.worktree != entry.new
    bringsEntry = state.index != entry.new && !state.isConflicted
    let known = [entry.old, entry.new, state.worktree]
    displaced = bringsEntry && !known.contains(state.index) ? state.index : nil
  }
}
