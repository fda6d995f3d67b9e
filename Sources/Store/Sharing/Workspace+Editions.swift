package import Diagnostics
package import Git
import Records

extension Workspace {
  /// The edition tags by their full names that HEAD's branch leads to and the shared repository does not
  /// have.
  package func editionsToShare(
    besides state: SharedState
  ) throws(Refusal) -> [(name: String, commit: ObjectID)] {
    try withRepository { repository in
      let tags = try repository.tips(matching: Layout.editionTags + "*")
        .filter { state[$0.name] == nil }
      guard !tags.isEmpty, case .branch(_, let tip) = try repository.head() else { return [] }
      let lineage = try repository.lineage(of: [tip])
      return tags.filter { lineage.leads(from: [tip], to: $0.commit) }
        .map { (name: $0.name, commit: $0.commit) }
    }
  }
}
