/// The names of proposals' files for findings.
package struct ProposalFileNames: Sendable {
  /// The path of a proposal's folder, by the folder's name.
  let folder: @Sendable (_ folder: String) -> String
  /// The path of a review, by the names of folder and file.
  let review: @Sendable (_ folder: String, _ stem: String) -> String
  /// The name of a reviewer's file, without its extension.
  let reviewStem: @Sendable (Review.Reviewer) -> String

  package init(
    folder: @escaping @Sendable (_ folder: String) -> String,
    review: @escaping @Sendable (_ folder: String, _ stem: String) -> String,
    reviewStem: @escaping @Sendable (Review.Reviewer) -> String
  ) {
    self.folder = folder
    self.review = review
    self.reviewStem = reviewStem
  }
}
