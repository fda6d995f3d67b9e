package import Diagnostics
package import Git

/// The repository that receives a push, as the guard needs it in addition to its versions.
package protocol PushSource: VersionSource, ~Copyable {
  /// The full name that a symbolic reference points to; nil where the reference isn't symbolic.
  func symbolicTarget(of name: String) throws(Refusal) -> String?

  /// The existing branches by full name, in the order of names.
  func branches() throws(Refusal) -> [(name: String, commit: ObjectID)]

  /// The commit that a tag leads to; nil where it leads to none.
  func commit(behind tag: ObjectID) throws(Refusal) -> ObjectID?

  /// All files below a path of a tree, links included.
  func files(ofTree tree: ObjectID, under path: String) throws(Refusal) -> [TreeFile]

  /// The names in a folder of a commit's tree; the empty path is the root.
  func entryNames(ofCommit commit: ObjectID, at path: String) throws(Refusal) -> [String]

  /// The names in a tree that can't be checked out everywhere.
  func nameFaults(inTree tree: ObjectID, atMost count: Int) throws(Refusal) -> [NameFault]

  /// The attributes that would make git change records, each with the first path that has it.
  ///
  /// - Parameter files: The files below the portfolio's own folders.
  func harmfulAttributes(
    ofTree tree: ObjectID, _ files: [TreeFile]
  ) throws(Refusal) -> [(name: String, path: String)]
}
