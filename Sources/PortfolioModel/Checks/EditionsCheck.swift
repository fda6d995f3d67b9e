import Diagnostics

/// Checks that the editions that `portfolio.yml` lists fit together: each is a draft or a publication,
/// no id is used twice, and the portfolio is of the last one that was published.
struct EditionsCheck {
  private let description: PortfolioDescription

  init(_ portfolio: Portfolio) { description = portfolio.description }

  func findings() -> [Finding] {
    var findings: [Finding] = []
    var ids: Set<Identifier> = []
    for (index, item) in description.fields.list("editions").enumerated() {
      guard let edition = item.fields.flatMap(Edition.init) else {
        findings.append(
          finding(index, "id", "an edition is either a draft with a stage or a publication"))
        continue
      }
      if !ids.insert(edition.id).inserted {
        findings.append(finding(index, "id", "there are two editions '\(edition.id)'"))
      }
      guard let publication = edition.publication, edition == description.lastPublished,
        !publication.name.hasSameBytes(as: description.edition)
      else { continue }
      findings.append(
        finding(
          index, "name",
          "\(publication.name) was published last, and the portfolio is of \(description.edition)"))
    }
    return findings
  }

  private func finding(_ index: Int, _ field: String, _ message: String) -> Finding {
    Finding(
      .editionInconsistent, .portfolio, FieldPath(["editions", String(index), field]), message,
      help: ["only \(run: .edition(.cut)) and \(run: .edition(.publish(nil))) write it"])
  }
}
