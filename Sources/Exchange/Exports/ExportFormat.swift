/// A form in which others take a portfolio's data.
package enum ExportFormat: String, CaseIterable, Sendable {
  case csv, json, bibtex, fhir, skos

  /// The name of the file in an edition's bundle.
  package var fileName: String {
    switch self {
    case .csv: "standards.csv"
    case .json: "portfolio.json"
    case .bibtex: "references.bib"
    case .fhir: "fhir-bundle.json"
    case .skos: "skos.jsonld"
    }
  }
}
