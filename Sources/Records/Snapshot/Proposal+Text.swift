package import PortfolioModel

extension Proposal {
  /// Reads the text of a `proposal.yml`; nil where it can't be read.
  package init?(text: [UInt8], number: Int, folder: String) {
    let path = Layout.proposalFile(folder)
    guard let fields = RecordFile(text, path: path, schema: .proposal).fields else { return nil }
    self.init(number: number, folder: folder, fields: fields)
  }
}
