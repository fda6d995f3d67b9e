import Diagnostics
import Git
import Parallel
import PortfolioModel

extension SnapshotReader {
  /// The proposal of a folder, or nil where the folder's name holds no number.
  mutating func entry(_ folder: String) -> ProposalEntry? {
    guard let number = Proposal.number(ofFolder: folder) else { return nil }
    let path = Layout.proposalFile(folder)
    if files[path] == nil {
      report(
        .missingFile, path, "the proposal's folder has no proposal.yml",
        "get it back where the history has it: \(gitLine: .restore([files.prefix + path]))")
    }
    let statePath = Layout.stateFile(folder)
    if files[statePath] == nil {
      report(
        .missingFile, statePath, "the proposal's folder has no state.yml",
        "restore it; a new proposal's holds the line 'status: draft'")
    }
    let same = earlier?.entry(number, folder)
    var state =
      taken.contains(statePath)
      ? same?.state : records[statePath].flatMap { self.state($0) }
    var isLeftOut = false
    if case .leftOut(let status) = files[statePath] {
      (state, isLeftOut) = (ProposalState(status), true)
    }
    let reviews = reviews[folder, default: []].compactMap { file in
      records[file.path].flatMap { record in
        record.fields.flatMap {
          Review(file: file.stem, fields: $0, isChecked: record.diagnostics.isEmpty)
        }
      }
    }
    let proposal =
      taken.contains(path)
      ? same?.proposal
      : records[path].flatMap { self.proposal($0, number, folder) }
    let bytes = files.bytes(path)
    let known = taken.contains(path) ? same?.identity : nil
    return ProposalEntry(
      number: number, folder: folder,
      proposal: proposal, state: state, stateFault: state == nil ? stateFault(statePath) : nil,
      reviews: reviews, identity: known ?? Later { bytes.map { ObjectID.blob($0).hex } ?? "" },
      isLeftOut: isLeftOut)
  }

  private func state(_ record: RecordFile) -> ProposalState? {
    record.fields.flatMap { ProposalState(fields: $0, isChecked: record.diagnostics.isEmpty) }
  }

  private func proposal(_ record: RecordFile, _ number: Int, _ folder: String) -> Proposal? {
    record.fields.flatMap {
      Proposal(
        number: number, folder: folder, fields: $0, isChecked: record.diagnostics.isEmpty)
    }
  }

  /// Why a state can't be read.
  private func stateFault(_ path: String) -> String {
    guard files[path] != nil else { return "there is no state.yml" }
    let fault = diagnostics.first { $0.location.path.hasSameBytes(as: files.prefix + path) }
    return fault?.message ?? "it does not hold a state that a proposal can have"
  }
}
