package import Diagnostics
package import Exchange
package import PortfolioModel
import Reports

/// A portfolio's data as others take it: the same portfolio gives the same bytes.
package struct ExportPortfolio: Sendable {
  private let portfolio: Portfolio

  package init(_ portfolio: Portfolio) { self.portfolio = portfolio }

  package func text(as format: ExportFormat) throws(Refusal) -> String {
    switch format {
    case .csv: RecordSheet(portfolio).csv
    case .bibtex: BibTeX(portfolio).text
    case .json: try json(PortfolioData(portfolio))
    case .fhir: try json(FHIRBundle(portfolio))
    case .skos: try json(SKOSScheme(portfolio))
    }
  }

  private func json(_ value: some Encodable) throws(Refusal) -> String {
    do {
      return try JSONText.of(value)
    } catch {
      throw Refusal(.data, "the portfolio can't be written as JSON: \(error)")
    }
  }
}
