package import Diagnostics
import Git
import Records

extension Workspace {
  /// The full names of edition tags that HEAD's branch leads to and the shared repository does not have.
  package func editionsToShare(besides state: SharedState) throws(Refusal) -> [String] {
    try withRepository { repository in
      let tags = try repository.tips(matching: Layout.editionTags + "*")
        .filter { state[$0.name] == nil }
      guard !tags.isEmpty, case .branch(_, let tip) = try repository.head() else { return [] }
      let lineage = try repository.lineage(of: [tip])
      return tags.filter { lineage.leads(from: [tip], to: $0.commit) }.map(\.name)
    }
  }
}
