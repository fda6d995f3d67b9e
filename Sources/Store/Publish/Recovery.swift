package import Git

/// What the next writing run makes of a journal that it finds.
package enum Recovery: Hashable {
  /// The branch never moved: nothing happened.
  case notMoved
  /// The branch moved, and the files have yet to follow.
  case unfinished
  /// Others have gone on since; why the journal no longer applies.
  case overtaken(String)

  /// - Parameter tip: Where the journal's branch stands, or nil where it is gone.
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

/// What finishing does at one path.
package struct PathRecovery: Hashable {
  package let path: String
  /// Whether the file, which is still the old one, becomes the new one.
  package let bringsFile: Bool
  /// Whether the index gets the new entry.
  package let bringsEntry: Bool
  /// Whether the file is the user's own by now, neither the old nor the new one.
  package let keepsFile: Bool
  /// What the user has staged since and no file holds, by its blob: the new entry takes its place.
  package let displaced: ObjectID?

  /// Decides by where the path stands in index and worktree.
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
