package import Diagnostics
package import Git

/// Gives what the guard asks of the repository that a push came to, beside its versions.
package protocol PushSource: VersionSource, ~Copyable {
  /// The full name of the reference that another stands for; nil where it stands for none.
  func symbolicTarget(of name: String) throws(Refusal) -> String?

  /// The branches that are there, by full name, in their order.
  func branches() throws(Refusal) -> [(name: String, commit: ObjectID)]

  /// The commit that a tag leads to; nil where it leads to none.
  func commit(behind tag: ObjectID) throws(Refusal) -> ObjectID?

  /// All files below a path of a tree, links included.
  func files(ofTree tree: ObjectID, under path: String) throws(Refusal) -> [TreeFile]

  /// The names in a folder of a commit's tree; the empty path is the root.
  func entryNames(ofCommit commit: ObjectID, at path: String) throws(Refusal) -> [String]

  /// The names in a tree that can't be checked out everywhere.
  func nameFaults(inTree tree: ObjectID, atMost count: Int) throws(Refusal) -> [NameFault]

  /// The attributes by which git would change records, each with the first path that has it.
  ///
  /// - Parameter files: Those below the portfolio's own folders.
  func harmfulAttributes(
    ofTree tree: ObjectID, _ files: [TreeFile]
  ) throws(Refusal) -> [(name: String, path: String)]
}
