package import Diagnostics
import Git
package import PortfolioModel
package import Records
package import Store

/// The editions that the portfolio lists, each with where its tag is.
package struct EditionList: Sendable {
  package struct Line: Sendable {
    package let edition: Edition
    /// 40 hexadecimal digits; nil where it is not tagged here.
    package let commit: String?
  }

  package let lines: [Line]
  /// What the portfolio calls the edition that it is of.
  package let current: String
  package let review: SystematicReview?

  package init(
    _ snapshot: Snapshot, in workspace: borrowing Workspace
  ) throws(Refusal) {
    let description = try snapshot.readable().description
    (current, review) = (description.edition, description.systematicReview)
    let tags = workspace.isInRepository ? try workspace.editionTags() : []
    lines = description.editions.map { edition in
      Line(
        edition: edition,
        commit: tags.first { $0.name.hasSameBytes(as: Layout.editionTags + edition.id.text) }?
          .commit.hex)
    }
  }
}
