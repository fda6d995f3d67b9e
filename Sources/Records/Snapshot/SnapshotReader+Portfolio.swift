import Diagnostics
import PortfolioModel

extension SnapshotReader {
  /// The portfolio of all records that were read, or nil where a file that it needs can't be read.
  mutating func portfolio() -> Portfolio? {
    for path in [Layout.portfolioFile, Layout.criteriaFile] where files[path] == nil {
      report(
        .missingFile, path, "the portfolio needs this file",
        "get it back where the history has it: \(gitLine: .restore([files.prefix + path]))",
        "else copy the one that comes with the tool, and adapt it")
    }
    guard
      let description = records[Layout.portfolioFile]?.fields.flatMap({
        PortfolioDescription(fields: $0)
      })
    else { return nil }
    if description.format > PortfolioDescription.knownFormat {
      let place = records[Layout.portfolioFile]?.places.location(of: FieldPath("format"))
      diagnostics.append(
        Diagnostic(
          .newerFormat, at: place ?? SourceLocation(path: files.prefix + Layout.portfolioFile),
          "format \(description.format) was made by a newer rspmaint; "
            + "this one knows format \(PortfolioDescription.knownFormat)",
          help: ["install the newer version"]))
      return nil
    }
    guard let criteria = records[Layout.criteriaFile]?.fields.flatMap({ Criteria(fields: $0) })
    else { return nil }
    let committee = records[Layout.committeeFile]?.fields.flatMap { Committee(fields: $0) }
    // An unreadable committee must not count as none: without one, anyone's approval is enough.
    guard committee != nil || files[Layout.committeeFile] == nil else { return nil }
    return Portfolio(
      description: description, criteria: criteria, committee: committee, standards: standards,
      delisted: delisted, overrides: overrides, useCases: useCases)
  }
}
