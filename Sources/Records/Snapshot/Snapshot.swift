package import Diagnostics
package import PortfolioModel

/// Everything under `Portfolio/` and `Proposals/` at one place, read and checked file by file.
package struct Snapshot: Sendable {
  package let files: PortfolioFiles
  /// Nil where `portfolio.yml`, `criteria.yml` or a `committee.yml` can't be read.
  package let portfolio: Portfolio?
  package let proposals: [ProposalEntry]
  /// The findings on single files, before any rule that looks at the whole.
  package let fileDiagnostics: [Diagnostic]
  /// The files that were read, by path.
  package let records: [String: RecordFile]
  /// Ids whose records could not be read.
  package let unread: Set<Identifier>

  package func proposal(_ number: Int) -> ProposalEntry? {
    proposals.first { $0.number == number }
  }

  /// The same files with others in their place; nil removes one.
  package func replacing(_ changes: [String: [UInt8]?]) -> Snapshot {
    var files = files
    for (path, bytes) in changes { files[path] = bytes.map { .bytes($0) } }
    return Snapshot(reading: files, after: self)
  }
}

extension Snapshot {
  /// The same files with others in their place, as texts.
  package func replacing(_ changes: [(path: String, text: String?)]) -> Snapshot {
    var bytes: [String: [UInt8]?] = [:]
    for (path, text) in changes { bytes.updateValue(text.map { Array($0.utf8) }, forKey: path) }
    return replacing(bytes)
  }
}

/// One folder of `Proposals/`.
package struct ProposalEntry: Sendable {
  package let number: Int
  package let folder: String
  /// Nil where `proposal.yml` can't be read.
  package let proposal: Proposal?
  /// Nil where `state.yml` is missing or can't be read: then nobody knows where the proposal stands.
  package let state: ProposalState?
  /// Why there is no ``state``, a phrase.
  package let stateFault: String?
  package let reviews: [Review]
  /// The content id: the git blob id of `proposal.yml`, 40 hexadecimal digits.
  package let content: String

  package var status: ProposalStatus? { state?.status }
  package var isClosed: Bool { status?.isClosed ?? false }
  /// The settlements of objections, as far as the state can be read.
  package var resolutions: [ProposalState.Resolution] { state?.resolutions ?? [] }
  /// The people whom reviews name themselves, as they do without a committee.
  package var reviewers: [Person] {
    reviews.compactMap { review in
      guard case .person(let person) = review.reviewer else { return nil }
      return person
    }
  }
  package var label: String { Proposal.label(number) }
}
