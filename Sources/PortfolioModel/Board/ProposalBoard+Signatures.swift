import Diagnostics

extension ProposalBoard {
  /// The findings on signatures that were checked.
  package func signatureFindings(
    _ entry: ProposalEntry, _ signatures: ReviewSignatures
  ) -> [Finding] {
    reviewSignatureFindings(entry, signatures) + settlementFindings(entry, signatures)
  }

  private func reviewSignatureFindings(
    _ entry: ProposalEntry, _ signatures: ReviewSignatures
  ) -> [Finding] {
    entry.reviews.compactMap { review in
      let subject = Subject.review(entry.number, file: review.file)
      let again: Hint = "its author reviews again: \(run: .review(entry.number, .anew))"
      switch signatures[review] {
      case .absent, .verified: return nil
      case .invalid(let why):
        return Finding(
          .reviewSignatureInvalid, subject, FieldPath("signature"),
          "the signature of '\(review.file)' is wrong: \(why)", help: [again])
      case .unchecked(let why):
        return Finding(
          .reviewSignatureUnchecked, subject, FieldPath("signature"),
          "the signature of '\(review.file)' could not be checked: \(why)",
          help: ["\(install: .openSSHClient)"])
      }
    }
  }

  /// The findings on settlements of objections in the files.
  private func settlementFindings(
    _ entry: ProposalEntry, _ signatures: ReviewSignatures
  ) -> [Finding] {
    settlements(entry).compactMap { path, resolution in
      let place = path.appending("signature")
      switch signatures[resolution] {
      case .absent, .verified: return nil
      case .invalid(let why):
        return Finding(
          .reviewSignatureInvalid, .state(entry.number), place,
          "the signature that settles the objection of '\(resolution.reviewer)' is wrong: \(why)",
          help: [settle(entry, resolution)])
      case .unchecked(let why):
        return Finding(
          .reviewSignatureUnchecked, .state(entry.number), place,
          "the signature that settles the objection of '\(resolution.reviewer)' could not be "
            + "checked: \(why)",
          help: ["\(install: .openSSHClient)"])
      }
    }
  }

  /// A settlement without a signature where signed reviews are required.
  func unsignedSettlementFindings(_ entry: ProposalEntry) -> [Finding] {
    guard base.criteria.requiresSignedReviews, !entry.isClosed else { return [] }
    return settlements(entry).filter { $0.resolution.signature == nil }.map { path, resolution in
      Finding(
        .reviewSignatureMissing, .state(entry.number), path,
        "the settlement of the objection of '\(resolution.reviewer)' is not signed, so the "
          + "objection still counts",
        help: [settle(entry, resolution)])
    }
  }

  private func settlements(
    _ entry: ProposalEntry
  ) -> [(path: FieldPath, resolution: ProposalState.Resolution)] {
    entry.resolutions.enumerated().filter { _, resolution in
      entry.reviews.contains(where: resolution.settles)
    }.map { (FieldPath(["resolved", String($0)]), $1) }
  }

  private func settle(
    _ entry: ProposalEntry, _ resolution: ProposalState.Resolution
  ) -> Hint {
    "the chair settles it: \(run: .review(entry.number, .resolve(resolution.reviewer)))"
  }

  /// An approval without a signature where signed approvals are required, which the files alone
  /// show.
  func unsignedFindings(_ entry: ProposalEntry, _ review: Review) -> [Finding] {
    guard base.criteria.requiresSignedReviews, review.verdict == .approve, review.signature == nil
    else { return [] }
    return [
      Finding(
        .reviewSignatureMissing, .review(entry.number, file: review.file), .root,
        "the approval of '\(review.file)' is not signed, so it does not count",
        help: ["the reviewer signs it: \(run: .review(entry.number, .approveSigned))"])
    ]
  }
}
